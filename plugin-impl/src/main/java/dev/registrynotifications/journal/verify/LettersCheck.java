package dev.registrynotifications.journal.verify;

import dev.registrynotifications.journal.segment.RecordView;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/** Looks at dead letters, which lie in segments: a record without a payload takes one back. */
final class LettersCheck {

  private final SegmentCheck segments;

  LettersCheck(SegmentCheck segments) {
    this.segments = segments;
  }

  /** The directories of endpoints that have had some. */
  static List<Path> directories(Path deadLetters) throws IOException {
    if (!JournalVerification.isDirectory(deadLetters)) {
      return List.of();
    }
    List<Path> directories = new ArrayList<>();
    for (Path path : paths(deadLetters)) {
      if (JournalVerification.isDirectory(path)) {
        directories.add(path);
      }
    }
    return directories;
  }

  private static List<Path> paths(Path directory) throws IOException {
    try (Stream<Path> paths = Files.list(directory)) {
      return paths.sorted().toList();
    }
  }

  List<LetterFindings> checkAll(Path deadLetters) throws IOException {
    List<LetterFindings> findings = new ArrayList<>();
    for (Path directory : directories(deadLetters)) {
      findings.add(check(directory));
    }
    return findings;
  }

  private LetterFindings check(Path directory) throws IOException {
    Set<Long> letters = new HashSet<>();
    List<SegmentFindings> found =
        segments.checkAll(directory, true, record -> note(record, letters));
    return new LetterFindings(String.valueOf(directory.getFileName()), letters.size(), found);
  }

  private static void note(RecordView record, Set<Long> letters) {
    if (record.hasPayload()) {
      letters.add(record.sequence());
    } else {
      letters.remove(record.sequence());
    }
  }
}
