package dev.registrynotifications.config.reader;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** No configuration file takes more than 64 MB, whatever is in it. */
class HeavyFilesTest {

  /** A guard against hanging: a minute for each of the files would be far too long, too. */
  private static final long DEADLINE_MINUTES = 10;

  @TempDir private Path directory;

  @Test
  void readsOrExplainsEachWithLittleMemory() throws IOException, InterruptedException {
    Map<String, String> files = HeavyFiles.all();
    Path configurations = Files.createDirectory(directory.resolve("configurations"));
    for (Map.Entry<String, String> file : files.entrySet()) {
      Files.writeString(configurations.resolve(file.getKey() + ".yml"), file.getValue());
    }

    List<String> lines = run("-Xmx64m", configurations);

    assertThat(lines)
        .containsAll(files.keySet().stream().map(name -> "good: " + name + ".yml").toList());
  }

  private List<String> run(String option, Path argument) throws IOException, InterruptedException {
    Path output = directory.resolve("output.txt");
    Process process =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                option,
                "-Djava.util.logging.config.file=" + quiet(),
                "-cp",
                System.getProperty("java.class.path"),
                HeavyFilesReader.class.getName(),
                argument.toString())
            .redirectErrorStream(true)
            .redirectOutput(output.toFile())
            .start();
    try {
      assertThat(process.waitFor(DEADLINE_MINUTES, TimeUnit.MINUTES)).as("ends").isTrue();
    } finally {
      process.destroyForcibly();
    }
    assertThat(process.waitFor()).as(Files.readString(output)).isZero();
    return Files.readAllLines(output);
  }

  /** What is logged of each file is of no interest here. */
  private Path quiet() throws IOException {
    return Files.writeString(directory.resolve("logging.properties"), ".level = OFF\n");
  }
}
