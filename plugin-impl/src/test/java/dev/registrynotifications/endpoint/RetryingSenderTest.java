package dev.registrynotifications.endpoint;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.registrynotifications.metrics.EndpointState;
import dev.registrynotifications.metrics.EndpointStats;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RetryingSenderTest {

  private static final byte[] ENVELOPE = "envelope".getBytes(UTF_8);

  private final EndpointStats stats = new EndpointStats();
  private final List<Duration> pauses = new ArrayList<>();
  private final List<EndpointState> statesWhilePausing = new ArrayList<>();
  private boolean stopping;

  @Test
  void sendsOnceWhatIsAccepted() throws InterruptedException {
    ScriptedSender sender = new ScriptedSender();

    assertThat(retrying(sender).send(ENVELOPE).isDelivered()).isTrue();

    assertThat(sender.attempts()).containsExactly("envelope");
    assertThat(pauses).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(ints = {301, 302, 303, 307, 308, 400, 401, 404, 408, 410, 429, 500, 503, 599})
  void sendsTheSameBytesAgainUntilTheyAreAccepted(int status) throws InterruptedException {
    ScriptedSender sender =
        new ScriptedSender(ScriptedSender.answered(status), ScriptedSender.failed());

    assertThat(retrying(sender).send(ENVELOPE).isDelivered()).isTrue();

    assertThat(sender.attempts()).containsExactly("envelope", "envelope", "envelope");
  }

  @ParameterizedTest
  @ValueSource(ints = {200, 201, 202, 204, 299, 300, 304})
  void takesSuccessAsTheOriginalDoes(int status) throws InterruptedException {
    ScriptedSender sender = new ScriptedSender(ScriptedSender.answered(status));

    retrying(sender).send(ENVELOPE);

    assertThat(sender.attempts()).hasSize(1);
  }

  @Test
  void backsOffAfterTheThresholdAndSaysSo() throws InterruptedException {
    DeliveryResult[] failures =
        IntStream.range(0, 5).mapToObj(i -> ScriptedSender.failed()).toArray(DeliveryResult[]::new);

    retrying(new ScriptedSender(failures)).send(ENVELOPE);

    assertThat(pauses)
        .containsExactly(
            Duration.ofMillis(10),
            Duration.ofMillis(20),
            Duration.ofSeconds(1),
            Duration.ofSeconds(1),
            Duration.ofSeconds(1));
    assertThat(statesWhilePausing)
        .containsExactly(
            EndpointState.DELIVERING,
            EndpointState.DELIVERING,
            EndpointState.BACKING_OFF,
            EndpointState.BACKING_OFF,
            EndpointState.BACKING_OFF);
    assertThat(stats.getState()).isEqualTo(EndpointState.DELIVERING);
  }

  @Test
  void triesOnThroughAStopUntilTheBreakerOpens() throws InterruptedException {
    ScriptedSender recovering =
        new ScriptedSender(ScriptedSender.failed(), ScriptedSender.failed());
    stopping = true;

    assertThat(retrying(recovering).send(ENVELOPE).isDelivered()).isTrue();
  }

  @Test
  void givesUpWhenItIsToStopAndTheBreakerIsOpen() throws InterruptedException {
    ScriptedSender dead =
        new ScriptedSender(
            ScriptedSender.failed(), ScriptedSender.failed(), ScriptedSender.failed());
    stopping = true;

    assertThat(retrying(dead).send(ENVELOPE).isDelivered()).isFalse();
    assertThat(dead.attempts()).hasSize(3);
  }

  private RetryingSender retrying(Sender delegate) {
    return new RetryingSender("ci", delegate, breaker(), new NotingDelayer(), stats);
  }

  private static Breaker breaker() {
    return new Breaker(3, Duration.ofSeconds(1));
  }

  /** Waits no time, and notes how long it should have. */
  private final class NotingDelayer implements Delayer {

    @Override
    public void delay(Duration pause) {
      pauses.add(pause);
      statesWhilePausing.add(stats.getState());
    }

    @Override
    public boolean delayUnlessStopping(Duration pause) {
      delay(pause);
      return !stopping;
    }
  }
}
