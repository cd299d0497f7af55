package dev.registrynotifications.journal.verify;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.registrynotifications.journal.segment.Disk;
import dev.registrynotifications.journal.segment.Segment;
import java.io.IOException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.NotDirectoryException;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * Reads a journal's whole directory, also while a registry has it, and tells what is damaged. It
 * opens nothing to write to it, and takes no lock: it repairs nothing and cuts nothing off, so that
 * it can be run before anybody decides what to do.
 *
 * <p>Rejected: opening the log as a registry does. That takes the directory, leaves a mark in it,
 * cuts the last segment and deletes a damaged replay.
 */
public final class JournalVerification {

  private final Path directory;
  private final VerificationProgress progress;
  private final Disk disk = new ReadOnlyDisk();

  /** Makes a verification of that directory. */
  public JournalVerification(Path directory, VerificationProgress progress) {
    this.directory = directory;
    this.progress = progress;
  }

  /**
   * Reads everything.
   *
   * @throws IOException if it is no journal's directory, or can't be listed, or it can't be known
   *     whose it is
   */
  public JournalFindings run() throws IOException {
    try {
      checkDirectory();
      return findings();
    } catch (NotDirectoryException e) {
      throw e;
    } catch (FileSystemException e) {
      throw new IOException("Could not read " + e.getFile() + ": " + Trouble.of(e), e);
    }
  }

  private JournalFindings findings() throws IOException {
    Optional<String> owner = text("owner");
    ReadCount count = new ReadCount(progress, totalBytes());
    SegmentCheck check = new SegmentCheck(disk, count);
    List<SegmentFindings> segments =
        check.checkAll(segmentFiles(), owner.isPresent(), record -> {});
    long end =
        segments.stream().mapToLong(segment -> segment.contents().lastSequence()).max().orElse(0);
    return new JournalFindings(
        text("id").filter(JournalVerification::isId),
        owner,
        segments,
        new CursorCheck(disk).checkAll(directory.resolve("cursors"), end),
        new LettersCheck(check).checkAll(letterFiles()));
  }

  private void checkDirectory() throws IOException {
    if (!isDirectory(directory)) {
      throw new NotDirectoryException("there is no directory " + directory);
    }
    if (!isDirectory(segmentFiles()) || !isDirectory(directory.resolve("cursors"))) {
      throw new NotDirectoryException(
          directory + " is no journal's directory: that has directories segments and cursors");
    }
  }

  /** To {@link Files#isDirectory} one that may not be looked at is none. */
  static boolean isDirectory(Path path) throws IOException {
    try {
      return Files.readAttributes(path, BasicFileAttributes.class).isDirectory();
    } catch (NoSuchFileException e) {
      return false;
    }
  }

  private Path segmentFiles() {
    return directory.resolve("segments");
  }

  private Path letterFiles() {
    return directory.resolve("dead-letters");
  }

  private long totalBytes() throws IOException {
    long bytes = bytes(segmentFiles());
    for (Path letters : LettersCheck.directories(letterFiles())) {
      bytes += bytes(letters);
    }
    return bytes;
  }

  /** A file that is gone by now, or has no length, counts as nothing. */
  private static long bytes(Path directory) throws IOException {
    long bytes = 0;
    for (Segment segment : SegmentCheck.in(directory)) {
      bytes += segment.path().toFile().length();
    }
    return bytes;
  }

  /** What is missing is empty; what can't be read may be there. */
  private Optional<String> text(String file) throws IOException {
    Path path = directory.resolve(file);
    try {
      return Optional.of(new String(Files.readAllBytes(path), UTF_8).strip());
    } catch (NoSuchFileException e) {
      return Optional.empty();
    } catch (FileSystemException e) {
      throw e;
    } catch (IOException e) {
      throw new IOException("Could not read " + path + ": " + Trouble.of(e), e);
    }
  }

  private static boolean isId(String text) {
    try {
      return !UUID.fromString(text).toString().isEmpty();
    } catch (IllegalArgumentException e) {
      return false;
    }
  }
}
