package dev.registrynotifications.journal.verify;

import static java.util.Objects.requireNonNull;

import java.util.List;
import java.util.Optional;

/**
 * What one of the log's files, or of the dead letters', is like.
 *
 * @param file its name
 * @param bytes how long it was when it was looked at
 * @param contents the intact records
 * @param damages the first damaged places
 * @param damagedPlaces how many there are altogether
 * @param tornBytes how many bytes of a record that was cut short are at the end: no damage, the
 *     next start leaves them out
 * @param keys how the file with the keys is
 * @param trouble why it couldn't be read to its end; empty if it could
 */
public record SegmentFindings(
    String file,
    long bytes,
    Contents contents,
    List<Damage> damages,
    long damagedPlaces,
    long tornBytes,
    Keys keys,
    Optional<String> trouble) {

  /** Copies the list. */
  public SegmentFindings {
    requireNonNull(file, "file");
    requireNonNull(contents, "contents");
    damages = List.copyOf(damages);
    requireNonNull(keys, "keys");
    requireNonNull(trouble, "trouble");
  }

  /** One that couldn't be read at all. */
  static SegmentFindings unreadable(String file, String trouble) {
    return new SegmentFindings(
        file, 0, Contents.NONE, List.of(), 0, 0, Keys.MISSING, Optional.of(trouble));
  }

  /** Whether anything in it is lost, its keys included. */
  public boolean isDamaged() {
    return damagedPlaces > 0 || keys == Keys.DAMAGED || trouble.isPresent();
  }

  /**
   * What can be read of it.
   *
   * @param records how many intact records
   * @param firstSequence the first one's sequence; 0 if there is none
   * @param lastSequence the highest sequence; 0 if there is none
   */
  public record Contents(long records, long firstSequence, long lastSequence) {

    static final Contents NONE = new Contents(0, 0, 0);
  }

  /** How the file with a segment's keys is. */
  public enum Keys {
    /** It says what the segment says. */
    GOOD,

    /** There is none: as long as a segment is written to, or until it is made again. */
    MISSING,

    /** It doesn't; it can be deleted, and is made again from the segment. */
    DAMAGED
  }
}
