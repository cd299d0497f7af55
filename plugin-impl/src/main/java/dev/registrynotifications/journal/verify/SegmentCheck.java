package dev.registrynotifications.journal.verify;

import dev.registrynotifications.journal.segment.Disk;
import dev.registrynotifications.journal.segment.JournalFile;
import dev.registrynotifications.journal.segment.KeyIndex;
import dev.registrynotifications.journal.segment.KeyVisitor;
import dev.registrynotifications.journal.segment.Segment;
import dev.registrynotifications.journal.segment.SegmentReader;
import dev.registrynotifications.journal.segment.SegmentSummary;
import dev.registrynotifications.journal.verify.SegmentFindings.Contents;
import dev.registrynotifications.journal.verify.SegmentFindings.Keys;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Reads all records of segments. Opening a log doesn't: it believes an index, and what is damaged
 * before the index was made shows when somebody reads it.
 */
final class SegmentCheck {

  private final Disk disk;
  private final ReadCount count;

  SegmentCheck(Disk disk, ReadCount count) {
    this.disk = disk;
    this.count = count;
  }

  /** The segments in a directory, oldest first. */
  static List<Segment> in(Path directory) throws IOException {
    try (Stream<Path> files = Files.list(directory)) {
      return files
          .map(Segment::ordinalOf)
          .filter(ordinal -> ordinal > 0)
          .sorted()
          .map(ordinal -> Segment.empty(directory, ordinal))
          .toList();
    }
  }

  /**
   * Checks all of a directory; those that are gone by then are left out, as a log in use deletes
   * what nobody needs.
   *
   * @param mayBeTorn whether the last one may end in a record that was cut short
   * @param visitor is shown all records
   */
  List<SegmentFindings> checkAll(Path directory, boolean mayBeTorn, KeyVisitor visitor)
      throws IOException {
    List<Segment> segments = in(directory);
    List<SegmentFindings> findings = new ArrayList<>();
    for (Segment segment : segments) {
      boolean last = segment.equals(segments.get(segments.size() - 1));
      check(segment, mayBeTorn && last, visitor).ifPresent(findings::add);
    }
    return findings;
  }

  private Optional<SegmentFindings> check(Segment segment, boolean mayBeTorn, KeyVisitor visitor) {
    try {
      Extent extent = extent(segment);
      SegmentScan scan = new SegmentScan();
      Optional<String> trouble = scan(segment, extent.length(), scan, visitor);
      count.finish(extent.length());
      if (trouble.isPresent() && Files.notExists(segment.path())) {
        return Optional.empty();
      }
      return Optional.of(findings(extent, scan, mayBeTorn, trouble));
    } catch (IOException e) {
      // Whether one exists in a directory that can't be entered isn't known: it is not left out.
      return Files.notExists(segment.path())
          ? Optional.empty()
          : Optional.of(SegmentFindings.unreadable(name(segment), Trouble.of(e)));
    }
  }

  /** An index comes when its segment is whole, so that it must be looked for before the length. */
  private Extent extent(Segment segment) throws IOException {
    boolean indexed = Files.exists(segment.keysPath());
    try (JournalFile file = disk.openToRead(segment.path())) {
      return new Extent(segment, indexed, file.length());
    }
  }

  private Optional<String> scan(
      Segment segment, long length, SegmentScan scan, KeyVisitor visitor) {
    try (SegmentReader reader = SegmentReader.open(disk, segment.path(), scan)) {
      while (reader.advance(length)) {
        scan.note(reader.current(), reader.position());
        visitor.visit(reader.current());
        count.at(reader.position());
      }
      return Optional.empty();
    } catch (IOException e) {
      return Optional.of(Trouble.of(e));
    }
  }

  private SegmentFindings findings(
      Extent extent, SegmentScan scan, boolean mayBeTorn, Optional<String> trouble) {
    Optional<SegmentSummary> indexed = summary(extent);
    Optional<Damage> torn = scan.tail().filter(tail -> isTorn(tail, indexed, mayBeTorn));
    long places = scan.places() - torn.stream().count();
    boolean whole = places == 0 && trouble.isEmpty();
    return new SegmentFindings(
        name(extent.segment()),
        extent.length(),
        contents(scan.contents()),
        scan.damagesBut(torn),
        places,
        torn.map(Damage::bytes).orElse(0L),
        keys(extent, indexed.filter(keys -> !whole || keys.equals(scan.contents()))),
        trouble);
  }

  private Optional<SegmentSummary> summary(Extent extent) {
    return extent.indexed()
        ? KeyIndex.summary(disk, extent.segment(), extent.length())
        : Optional.empty();
  }

  private static Contents contents(SegmentSummary seen) {
    return new Contents(seen.records(), seen.firstSequence(), seen.lastSequence());
  }

  /** An index was made from the whole records, and knows how far they went. */
  private static boolean isTorn(Damage tail, Optional<SegmentSummary> indexed, boolean mayBeTorn) {
    return indexed.map(keys -> keys.end() <= tail.offset()).orElse(mayBeTorn);
  }

  /**
   * How the index is.
   *
   * @param fitting its summary, if it has one that fits the segment
   */
  private Keys keys(Extent extent, Optional<SegmentSummary> fitting) {
    if (!extent.indexed()) {
      return Keys.MISSING;
    }
    if (fitting.isPresent() && isIntact(extent.segment())) {
      return Keys.GOOD;
    }
    // A log in use deletes a segment that nobody needs any more, its keys first.
    return Files.exists(extent.segment().keysPath()) ? Keys.DAMAGED : Keys.MISSING;
  }

  private boolean isIntact(Segment segment) {
    try {
      return KeyIndex.verifiedLength(disk, segment).isPresent();
    } catch (IOException e) {
      return false;
    }
  }

  private static String name(Segment segment) {
    return String.valueOf(segment.path().getFileName());
  }

  /**
   * How much of a segment is looked at: what a log in use adds meanwhile isn't.
   *
   * @param indexed whether it had an index before
   */
  private record Extent(Segment segment, boolean indexed, long length) {}
}
