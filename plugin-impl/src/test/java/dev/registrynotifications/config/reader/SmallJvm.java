package dev.registrynotifications.config.reader;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** Reads configurations in a JVM of its own, which has the memory that they may take. */
final class SmallJvm {

  /** A guard against hanging: a minute for each of the files would be far too long, too. */
  private static final long DEADLINE_MINUTES = 10;

  private SmallJvm() {}

  /**
   * Has {@link HeavyFilesReader} read a directory; fails unless it gets to the end of it.
   *
   * @param work where its output goes
   */
  static List<String> read(Path configurations, Path work)
      throws IOException, InterruptedException {
    Path output = work.resolve("output.txt");
    Process process =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx64m",
                "-Djava.util.logging.config.file=" + quiet(work),
                "-cp",
                System.getProperty("java.class.path"),
                HeavyFilesReader.class.getName(),
                configurations.toString())
            .redirectErrorStream(true)
            .redirectOutput(output.toFile())
            .start();
    try {
      boolean ended = process.waitFor(DEADLINE_MINUTES, TimeUnit.MINUTES);
      assertThat(ended).as("hangs after: %s", Files.readString(output)).isTrue();
    } finally {
      process.destroyForcibly();
    }
    assertThat(process.waitFor()).as("fails after: %s", Files.readString(output)).isZero();
    return Files.readAllLines(output);
  }

  /** What is logged of each file is of no interest here. */
  private static Path quiet(Path work) throws IOException {
    return Files.writeString(work.resolve("logging.properties"), ".level = OFF\n");
  }
}
