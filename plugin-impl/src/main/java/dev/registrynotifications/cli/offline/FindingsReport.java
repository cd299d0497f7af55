package dev.registrynotifications.cli.offline;

import dev.registrynotifications.cli.text.Amount;
import dev.registrynotifications.cli.text.Facts;
import dev.registrynotifications.cli.text.Table;
import dev.registrynotifications.cli.text.Terminal;
import dev.registrynotifications.journal.verify.CursorFindings;
import dev.registrynotifications.journal.verify.Damage;
import dev.registrynotifications.journal.verify.JournalFindings;
import dev.registrynotifications.journal.verify.LetterFindings;
import dev.registrynotifications.journal.verify.SegmentFindings;
import dev.registrynotifications.journal.verify.SegmentFindings.Contents;
import dev.registrynotifications.journal.verify.SegmentFindings.Keys;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/** Prints what was found in a journal's directory, for people. */
final class FindingsReport {

  private static final String DAMAGED =
      "The journal is damaged. A registry reads all other records in it, and counts the damages.";

  private final Terminal terminal;

  FindingsReport(Terminal terminal) {
    this.terminal = terminal;
  }

  void show(JournalFindings findings) {
    terminal.print(
        new Facts()
            .add("Id", findings.id().orElse("missing: the next start gives another one"))
            .add("Owner", findings.owner().orElse("none"))
            .add("Events", events(findings.segments())));
    showSegments("SEGMENT", findings.segments());
    showCursors(findings.cursors());
    findings.deadLetters().forEach(this::showLetters);
    terminal.print("");
    terminal.print(findings.isDamaged() ? DAMAGED : "Nothing is damaged.");
  }

  private static String events(List<SegmentFindings> segments) {
    long records = segments.stream().mapToLong(segment -> segment.contents().records()).sum();
    long bytes = segments.stream().mapToLong(SegmentFindings::bytes).sum();
    return records + " in " + Amount.count(segments.size(), "segment") + ", " + Amount.size(bytes);
  }

  private void showSegments(String head, List<SegmentFindings> segments) {
    if (segments.isEmpty()) {
      return;
    }
    Table table = new Table(head, "RECORDS", "BYTES", "SEQUENCES", "KEYS", "DAMAGED", "TORN");
    for (SegmentFindings segment : segments) {
      table.row(
          segment.file(),
          segment.contents().records(),
          segment.bytes(),
          sequences(segment.contents()),
          segment.keys() == Keys.MISSING ? "none" : word(segment.keys()),
          segment.damagedPlaces(),
          segment.tornBytes());
    }
    terminal.print("");
    terminal.print(table);
    segments.forEach(this::showDamages);
  }

  private static String sequences(Contents contents) {
    return contents.records() == 0
        ? "none"
        : contents.firstSequence() + "-" + contents.lastSequence();
  }

  private void showDamages(SegmentFindings segment) {
    segment
        .trouble()
        .ifPresent(trouble -> terminal.print(segment.file() + ": could not be read: " + trouble));
    for (Damage damage : segment.damages()) {
      terminal.print(
          "%s: %s from byte %d on are no records"
              .formatted(segment.file(), Amount.count(damage.bytes(), "byte"), damage.offset()));
    }
    if (segment.damagedPlaces() > segment.damages().size()) {
      terminal.print(
          "%s: only the first %d damaged places are listed"
              .formatted(segment.file(), segment.damages().size()));
    }
  }

  private void showCursors(List<CursorFindings> cursors) {
    if (cursors.isEmpty()) {
      return;
    }
    Table table = new Table("CURSOR", "SLOTS", "DONE UP TO", "BEYOND", "BEHIND");
    for (CursorFindings cursor : cursors) {
      table.row(
          cursor.file(),
          slots(cursor),
          cursor.place().map(place -> Long.toString(place.base())).orElse("unknown"),
          cursor.place().map(place -> Long.toString(place.doneBeyondBase())).orElse(""),
          cursor.place().map(place -> Long.toString(place.behind())).orElse(""));
    }
    terminal.print("");
    terminal.print(table);
  }

  private static String slots(CursorFindings cursor) {
    return cursor
        .trouble()
        .map(trouble -> "could not be read: " + trouble)
        .orElseGet(
            () ->
                cursor.slots().stream()
                    .map(FindingsReport::word)
                    .collect(Collectors.joining(", ")));
  }

  private void showLetters(LetterFindings letters) {
    terminal.print("");
    String count =
        letters.letters() == 0 ? "no dead letters" : Amount.count(letters.letters(), "dead letter");
    terminal.print(letters.directory() + " has " + count + ".");
    if (letters.letters() > 0 || letters.isDamaged()) {
      showSegments("FILE", letters.segments());
    }
  }

  private static String word(Enum<?> constant) {
    return constant.name().toLowerCase(Locale.ROOT);
  }
}
