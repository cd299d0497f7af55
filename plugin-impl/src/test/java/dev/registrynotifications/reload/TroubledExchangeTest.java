package dev.registrynotifications.reload;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;
import static org.awaitility.Awaitility.await;

import dev.registrynotifications.config.EndpointConfig;
import dev.registrynotifications.config.EndpointConfigBuilder;
import java.io.IOException;
import java.lang.Thread.State;
import java.time.Duration;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Something goes wrong while endpoints are exchanged. */
class TroubledExchangeTest {

  private static final Duration DEADLINE = Duration.ofSeconds(30);

  private Receivers receivers;

  @BeforeEach
  void startReceivers() throws IOException {
    receivers = new Receivers();
  }

  @AfterEach
  void stopReceivers() {
    receivers.close();
  }

  @Test
  void waitsForNoOperatorWhoWaitsForAnEndpointThatHangs() throws Exception {
    try (SilentServer silent = new SilentServer();
        Node node = Node.inMemory(silent.endpoint("hanging").build())) {
      node.push("one");
      silent.awaitRequest();
      FutureTask<Throwable> skip =
          new FutureTask<>(() -> catchThrowable(node.bean("hanging")::skip));
      Thread operator = new Thread(skip);
      operator.start();
      await().atMost(DEADLINE).until(operator::getState, State.TIMED_WAITING::equals);

      Applied applied = node.apply(silent.endpoint("hanging").build(), at("new").build());

      assertThat(applied.lines()).hasSize(1);
      assertThat(skip).isNotDone();
      operator.interrupt();
      assertThat(skip.get(30, TimeUnit.SECONDS)).hasMessageContaining("interrupted");
    }
  }

  private EndpointConfigBuilder at(String name) {
    return EndpointConfig.to(name, receivers.url(name));
  }
}
