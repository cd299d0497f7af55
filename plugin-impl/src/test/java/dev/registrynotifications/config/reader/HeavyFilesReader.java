package dev.registrynotifications.config.reader;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * The main class of a JVM that has little memory and reads every configuration of a directory. The
 * other files there are those that they may name.
 */
public final class HeavyFilesReader {

  private static final Map<String, String> ENVIRONMENT =
      Map.of("LARGE", "s".repeat(60 * 1024), "CI_SECRET", "secret");

  private HeavyFilesReader() {}

  /** Prints a line for each file; an error of the JVM's ends it. */
  public static void main(String[] arguments) throws IOException {
    ConfigReader reader = new ConfigReader(ENVIRONMENT, null);
    List<Path> files;
    try (Stream<Path> all = Files.list(Path.of(arguments[0]))) {
      files = all.filter(file -> file.toString().endsWith(".yml")).sorted().toList();
    }
    for (Path file : files) {
      List<String> faults = Verdict.of(reader, file);
      System.out.println(faults.isEmpty() ? "good: " + file.getFileName() : "bad: " + faults);
    }
  }
}
