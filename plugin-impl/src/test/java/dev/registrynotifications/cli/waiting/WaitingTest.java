package dev.registrynotifications.cli.waiting;

import static org.assertj.core.api.Assertions.assertThat;

import dev.registrynotifications.cli.Printed;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.List;
import java.util.Queue;
import org.junit.jupiter.api.Test;

/** Waiting ends, and doesn't repeat itself. */
class WaitingTest {

  private final Printed printed = new Printed();
  private Duration passed = Duration.ZERO;
  private final Waiting waiting =
      new Waiting(printed.terminal(), time -> passed = passed.plus(time));

  @Test
  void tellsHowFarItIsOnlyWhenThatChanges() throws InterruptedException {
    Queue<String> progress = new ArrayDeque<>(List.of("2 to come", "2 to come", "1 to come"));

    boolean done = waiting.until(progress::isEmpty, progress::remove);

    assertThat(done).isTrue();
    assertThat(printed.err()).containsExactly("2 to come", "1 to come");
  }

  @Test
  void givesUpAfterADay() throws InterruptedException {
    boolean done = waiting.until(() -> false, () -> "1 to come");

    assertThat(done).isFalse();
    assertThat(passed).isEqualTo(Duration.ofDays(1));
  }

  @Test
  void waitsTenSecondsForAMoment() throws InterruptedException {
    boolean done = waiting.briefly(() -> false);

    assertThat(done).isFalse();
    assertThat(passed).isEqualTo(Duration.ofSeconds(10));
  }
}
