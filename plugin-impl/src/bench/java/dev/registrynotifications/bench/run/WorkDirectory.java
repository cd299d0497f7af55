package dev.registrynotifications.bench.run;

import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/** Where files are made to be measured, and taken away again: some are several gigabytes. */
public record WorkDirectory(Path path) implements Closeable {

  /** Where all of them are: what {@code -Dbench.directory} says. */
  public static Path root() throws IOException {
    return Files.createDirectories(
        Path.of(System.getProperty("bench.directory", System.getProperty("java.io.tmpdir")))
            .toAbsolutePath());
  }

  /** Makes one, which is deleted at the end of the process at the latest. */
  public static WorkDirectory make() throws IOException {
    WorkDirectory directory = new WorkDirectory(Files.createTempDirectory(root(), "bench-"));
    Interruption.made(directory);
    return directory;
  }

  /** How many bytes its files have on the disk. */
  public long bytes() throws IOException {
    try (Stream<Path> files = Files.walk(path)) {
      long bytes = 0;
      for (Path file : files.filter(Files::isRegularFile).toList()) {
        bytes += Files.size(file);
      }
      return bytes;
    }
  }

  /** Deletes it. */
  @Override
  public void close() throws IOException {
    List<Path> all;
    try (Stream<Path> files = Files.walk(path)) {
      all = files.sorted(Comparator.reverseOrder()).toList();
    }
    for (Path file : all) {
      Files.deleteIfExists(file);
    }
    Interruption.deleted(this);
  }
}
