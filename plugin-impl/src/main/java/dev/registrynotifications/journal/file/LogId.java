package dev.registrynotifications.journal.file;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.registrynotifications.journal.segment.Disk;
import dev.registrynotifications.journal.segment.JournalFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.UUID;

/**
 * Names a log's sequences for receivers: a new directory means a new id, whose sequences begin
 * anew.
 */
final class LogId {

  private LogId() {}

  /** Reads the directory's id, or gives it one. */
  static String of(Disk disk, Path directory) throws IOException {
    Path file = directory.resolve("id");
    try {
      return UUID.fromString(new String(Files.readAllBytes(file), UTF_8).strip()).toString();
    } catch (NoSuchFileException | IllegalArgumentException e) {
      return give(disk, file);
    }
  }

  private static String give(Disk disk, Path file) throws IOException {
    String id = UUID.randomUUID().toString();
    Path temporary = file.resolveSibling("id.new");
    byte[] bytes = (id + "\n").getBytes(UTF_8);
    try (JournalFile out = disk.open(temporary)) {
      out.truncate(0);
      out.write(0, bytes, 0, bytes.length);
      out.sync();
    }
    disk.rename(temporary, file);
    return id;
  }
}
