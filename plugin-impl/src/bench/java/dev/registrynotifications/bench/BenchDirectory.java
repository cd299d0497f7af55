package dev.registrynotifications.bench;

import dev.registrynotifications.journal.file.FileLogSettings;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/** Where logs are made to be measured, and taken away again: some are several gigabytes. */
record BenchDirectory(Path path) implements AutoCloseable {

  private static final int BUFFERED_EVENTS = 10_000;

  /** Where all of them are: what {@code -Dbench.directory} says. */
  static Path root() throws IOException {
    return Files.createDirectories(
        Path.of(System.getProperty("bench.directory", System.getProperty("java.io.tmpdir")))
            .toAbsolutePath());
  }

  static BenchDirectory make() throws IOException {
    return new BenchDirectory(Files.createTempDirectory(root(), "bench-"));
  }

  /** A log in it, as the configuration's defaults would have it. */
  FileLogSettings settings(long maxBytes, boolean syncAlways) {
    return new FileLogSettings(path, maxBytes, Duration.ofDays(1), syncAlways, BUFFERED_EVENTS);
  }

  /** How many bytes its files have on the disk. */
  long bytes() throws IOException {
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
      Files.delete(file);
    }
  }
}
