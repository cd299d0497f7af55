package dev.registrynotifications.host.storage.directory;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** Lists directories. */
final class FileNames {

  private FileNames() {}

  /** The names in a directory, in lexical order; none if there is no such directory. */
  static List<String> in(Path directory) throws IOException {
    try (Stream<Path> entries = Files.list(directory)) {
      return entries.map(entry -> String.valueOf(entry.getFileName())).sorted().toList();
    } catch (NoSuchFileException e) {
      return List.of();
    }
  }
}
