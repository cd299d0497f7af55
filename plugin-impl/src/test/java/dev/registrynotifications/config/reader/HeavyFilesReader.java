package dev.registrynotifications.config.reader;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** The main class of a JVM that has little memory and reads every file of a directory. */
public final class HeavyFilesReader {

  private static final String LARGE = "s".repeat(60 * 1024);

  private HeavyFilesReader() {}

  /** Prints a line for each file; an error of the JVM's ends it. */
  public static void main(String[] arguments) throws IOException {
    ConfigReader reader = new ConfigReader(Map.of("LARGE", LARGE), null);
    List<Path> files;
    try (Stream<Path> all = Files.list(Path.of(arguments[0]))) {
      files = all.sorted().toList();
    }
    for (Path file : files) {
      List<String> faults = Verdict.of(reader, file);
      System.out.println(faults.isEmpty() ? "good: " + file.getFileName() : "bad: " + faults);
    }
  }
}
