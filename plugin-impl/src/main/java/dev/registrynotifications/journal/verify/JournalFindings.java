package dev.registrynotifications.journal.verify;

import static java.util.Objects.requireNonNull;

import java.util.List;
import java.util.Optional;

/**
 * What a journal's directory is like.
 *
 * @param id names the log's sequences; empty if the file is missing or holds none, so that the next
 *     start begins with another one
 * @param owner who has the directory, or had it and didn't come to an orderly end; empty if nobody
 *     has
 * @param segments the log's files, oldest first
 * @param cursors the endpoints' places, and those of replays
 * @param deadLetters what was given up
 */
public record JournalFindings(
    Optional<String> id,
    Optional<String> owner,
    List<SegmentFindings> segments,
    List<CursorFindings> cursors,
    List<LetterFindings> deadLetters) {

  /** Copies the lists. */
  public JournalFindings {
    requireNonNull(id, "id");
    requireNonNull(owner, "owner");
    segments = List.copyOf(segments);
    cursors = List.copyOf(cursors);
    deadLetters = List.copyOf(deadLetters);
  }

  /** Whether anything in it is. */
  public boolean isDamaged() {
    return id.isEmpty()
        || segments.stream().anyMatch(SegmentFindings::isDamaged)
        || cursors.stream().anyMatch(CursorFindings::isDamaged)
        || deadLetters.stream().anyMatch(LetterFindings::isDamaged);
  }
}
