package dev.registrynotifications.demo;

import static dev.registrynotifications.Patience.DEADLINE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DemoIT {

  private static final int ENDED_BY_SIGTERM = 143;

  @TempDir Path work;

  @Test
  void showsWebhooksOfPushAndPullAndFiguresOfTheRegistry() throws Exception {
    Process demo = start("--once", "--port", "0");

    assertThat(exitCode(demo)).as(output()).isZero();
    assertThat(output().lines().map(String::strip))
        .filteredOn(line -> line.matches("(push|pull)  +demo/hello .*"))
        .satisfiesExactlyInAnyOrder(
            line -> assertThat(line).matches("push +demo/hello +1.0 .*manifest.* bytes"),
            line -> assertThat(line).matches("push +demo/hello +sha256:\\w{12} .*octet.*"),
            line -> assertThat(line).matches("push +demo/hello +sha256:\\w{12} .*octet.*"),
            line -> assertThat(line).matches("pull +demo/hello +1.0 .*manifest.* bytes"),
            line -> assertThat(line).matches("pull +demo/hello +sha256:\\w{12} .*octet.*"),
            line -> assertThat(line).matches("pull +demo/hello +sha256:\\w{12} .*octet.*"));
    assertThat(output())
        .containsOnlyOnce("\"useragent\": \"jib ")
        .containsPattern("demo +0 +6 +6 +0 +0 +200 OK: 6");
    assertThat(temporary()).isEmptyDirectory();
  }

  @Test
  void leavesNothingBehindWhenItIsEnded() throws Exception {
    Process demo = start("--port", "0");
    await().atMost(DEADLINE).until(() -> output().contains("Ctrl-C") || !demo.isAlive());
    List<ProcessHandle> registry = demo.children().toList();

    demo.destroy();

    assertThat(exitCode(demo)).as(output()).isEqualTo(ENDED_BY_SIGTERM);
    assertThat(registry).hasSize(1).noneMatch(ProcessHandle::isAlive);
    assertThat(temporary()).isEmptyDirectory();
  }

  private Process start(String... arguments) throws IOException {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.add("-Djava.io.tmpdir=" + Files.createDirectory(temporary()));
    command.addAll(List.of("-jar", System.getProperty("demoJar")));
    command.addAll(List.of(arguments));
    ProcessBuilder builder =
        new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(outputFile().toFile());
    // A machine that is busy isn't a receiver that fails.
    builder.environment().put("REGISTRY_NOTIFICATIONS_ENDPOINTS_0_TIMEOUT", "60s");
    return builder.start();
  }

  private static int exitCode(Process demo) throws InterruptedException {
    try {
      assertThat(demo.waitFor(DEADLINE.toSeconds(), TimeUnit.SECONDS)).as("ends").isTrue();
      return demo.exitValue();
    } finally {
      demo.destroy();
    }
  }

  private String output() throws IOException {
    return Files.readString(outputFile());
  }

  private Path temporary() {
    return work.resolve("tmp");
  }

  private Path outputFile() {
    return work.resolve("output.txt");
  }
}
