package dev.registrynotifications.jmx;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.registrynotifications.management.DeadLetterView;
import dev.registrynotifications.management.EndpointMXBean;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(300)
class RemoteBeansTest {

  private Process process;

  RemoteBeansTest() throws IOException {
    process =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-cp",
                System.getProperty("java.class.path"),
                FakeEndpoint.class.getName(),
                "a \"b\"")
            .redirectError(ProcessBuilder.Redirect.INHERIT)
            .start();
  }

  @BeforeEach
  void awaitReady() throws IOException {
    BufferedReader output =
        new BufferedReader(new InputStreamReader(process.getInputStream(), UTF_8));
    assertThat(output.readLine()).isEqualTo("ready");
  }

  @AfterEach
  void endProcess() {
    process.destroyForcibly();
  }

  @Test
  void readsFiguresOfAnotherProcess() {
    try (RemoteBeans beans = RemoteBeans.of(process.toHandle())) {
      EndpointMXBean endpoint = beans.endpoint("a \"b\"");

      assertThat(endpoint.getName()).isEqualTo("a \"b\"");
      assertThat(endpoint.getPending()).isEqualTo(1);
      assertThat(endpoint.getStatuses()).isEqualTo(Map.of("200 OK", 3L));
    }
  }

  @Test
  void listsAllThatAnotherProcessShows() {
    try (RemoteBeans beans = RemoteBeans.of(process.toHandle())) {
      assertThat(beans.attributes())
          .allMatch(line -> line.startsWith("dev.registrynotifications:"))
          .anyMatch(line -> line.endsWith(" Pending = 1"))
          .anyMatch(line -> line.endsWith(" Replaying = false"));
    }
  }

  @Test
  void operatesAnotherProcess() {
    try (RemoteBeans beans = RemoteBeans.of(process.toHandle())) {
      EndpointMXBean endpoint = beans.endpoint("a \"b\"");

      assertThat(endpoint.listDeadLetters(10))
          .extracting(DeadLetterView::getReason)
          .containsExactly("it answered 422");
      assertThat(endpoint.redriveDeadLetter(5)).isTrue();
      assertThatThrownBy(() -> endpoint.replayFrom(1))
          .isInstanceOf(IllegalStateException.class)
          .hasMessage("nothing to replay");
    }
  }

  @Test
  void saysWhichBeanIsMissing() {
    try (RemoteBeans beans = RemoteBeans.of(process.toHandle())) {
      assertThatThrownBy(beans::journal)
          .hasMessageContaining("Could not find dev.registrynotifications:type=Journal");
      assertThatThrownBy(() -> beans.endpoint("other")).hasMessageContaining("\"other\"");
    }
  }

  @Test
  void doesNotAttachToProcessThatHasEnded() throws Exception {
    process.destroyForcibly().waitFor();

    assertThatThrownBy(() -> RemoteBeans.of(process.toHandle()))
        .isInstanceOf(UncheckedIOException.class)
        .hasMessageContaining("Could not attach to process " + process.pid());
  }
}
