package dev.registrynotifications.journal.verify;

import static java.util.Objects.requireNonNull;

import java.util.List;

/**
 * What an endpoint's dead letters are like.
 *
 * @param directory its name
 * @param letters how many there are
 * @param segments the files they are in
 */
public record LetterFindings(String directory, long letters, List<SegmentFindings> segments) {

  /** Copies the list. */
  public LetterFindings {
    requireNonNull(directory, "directory");
    segments = List.copyOf(segments);
  }

  /** Whether any of the files is damaged. */
  public boolean isDamaged() {
    return segments.stream().anyMatch(SegmentFindings::isDamaged);
  }
}
