package dev.registrynotifications.endpoint.send;

import static org.assertj.core.api.Assertions.assertThat;

import dev.registrynotifications.endpoint.attempt.Delivery;
import dev.registrynotifications.endpoint.attempt.ScriptedSender;
import dev.registrynotifications.metrics.Answers;
import java.util.Map;
import org.junit.jupiter.api.Test;

class CountingSenderTest {

  private final Answers answers = new Answers();

  @Test
  void countsAttemptsAsTheOriginalDoes() throws InterruptedException {
    CountingSender sender =
        new CountingSender(
            new ScriptedSender(
                ScriptedSender.answered(500),
                ScriptedSender.answered(500),
                ScriptedSender.failed(),
                ScriptedSender.answered(200),
                ScriptedSender.answered(299)),
            answers);

    for (int i = 0; i < 5; i++) {
      sender.send(new Delivery("1", new byte[0], Map.of()));
    }

    assertThat(answers.getFailures()).isEqualTo(2);
    assertThat(answers.getErrors()).isEqualTo(1);
    assertThat(answers.getSuccesses()).isEqualTo(2);
    assertThat(answers.getStatuses())
        .isEqualTo(Map.of("500 Internal Server Error", 2L, "200 OK", 1L, "299", 1L));
  }
}
