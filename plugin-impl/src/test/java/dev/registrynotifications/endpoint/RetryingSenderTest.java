package dev.registrynotifications.endpoint;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.registrynotifications.endpoint.send.Delivery;
import dev.registrynotifications.endpoint.send.DeliveryResult;
import dev.registrynotifications.endpoint.send.DeliveryResult.Rejected;
import dev.registrynotifications.endpoint.send.ScriptedSender;
import dev.registrynotifications.endpoint.send.Sender;
import dev.registrynotifications.metrics.EndpointState;
import dev.registrynotifications.metrics.EndpointStats;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RetryingSenderTest {

  private static final Delivery ENVELOPE = new Delivery("1", "envelope".getBytes(UTF_8), Map.of());

  private static final Duration BACKOFF = Duration.ofSeconds(1);

  private final EndpointStats stats = new EndpointStats();
  private final NotingDelayer delayer = new NotingDelayer(this::noteState);
  private final List<EndpointState> statesWhilePausing = new ArrayList<>();

  @Test
  void sendsOnceWhatIsAccepted() throws InterruptedException {
    ScriptedSender sender = new ScriptedSender();

    assertThat(retrying(sender).send(ENVELOPE).isDelivered()).isTrue();

    assertThat(sender.attempts()).containsExactly("envelope");
    assertThat(delayer.pauses()).isEmpty();
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

    assertThat(delayer.pauses())
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
    delayer.stop();

    assertThat(retrying(recovering).send(ENVELOPE).isDelivered()).isTrue();
  }

  @Test
  void givesUpWhenItIsToStopAndTheBreakerIsOpen() throws InterruptedException {
    ScriptedSender dead =
        new ScriptedSender(
            ScriptedSender.failed(), ScriptedSender.failed(), ScriptedSender.failed());
    delayer.stop();

    assertThat(retrying(dead).send(ENVELOPE).isDelivered()).isFalse();
    assertThat(dead.attempts()).hasSize(3);
  }

  @ParameterizedTest
  @ValueSource(ints = {400, 413, 415, 422})
  void rejectsWhatIsRefusedThreeTimes(int status) throws InterruptedException {
    ScriptedSender sender = ScriptedSender.answering(status, 3);

    assertThat(retrying(sender).send(ENVELOPE)).isEqualTo(new Rejected(status, 3));

    assertThat(sender.attempts()).hasSize(3);
    assertThat(delayer.pauses()).containsExactly(Duration.ofMillis(10), Duration.ofMillis(20));
  }

  @Test
  void doesNotOpenTheBreakerForWhatIsRefused() throws InterruptedException {
    ScriptedSender sender = ScriptedSender.answering(422, 30);
    RetryingSender retrying = retrying(sender);

    for (int i = 0; i < 10; i++) {
      assertThat(retrying.send(ENVELOPE)).isEqualTo(new Rejected(422, 3));
    }

    assertThat(sender.attempts()).hasSize(30);
    assertThat(statesWhilePausing).containsOnly(EndpointState.DELIVERING);
    assertThat(delayer.pauses()).allMatch(pause -> pause.compareTo(BACKOFF) < 0);
  }

  @ParameterizedTest
  @ValueSource(ints = {302, 401, 403, 404, 410, 429, 500, 503})
  void neverRejectsWhenTheEndpointIsAtFault(int status) throws InterruptedException {
    ScriptedSender sender = ScriptedSender.answering(status, 50);

    assertThat(retrying(sender).send(ENVELOPE).isDelivered()).isTrue();

    assertThat(sender.attempts()).hasSize(51);
  }

  @Test
  void takesWhatWasRefusedTwiceAndThenAccepted() throws InterruptedException {
    ScriptedSender sender = ScriptedSender.answering(400, 2);

    assertThat(retrying(sender).send(ENVELOPE).isDelivered()).isTrue();
  }

  @Test
  void countsRefusalsThroughOtherFailures() throws InterruptedException {
    ScriptedSender sender =
        new ScriptedSender(
            ScriptedSender.answered(422),
            ScriptedSender.answered(503),
            ScriptedSender.failed(),
            ScriptedSender.answered(400),
            ScriptedSender.answered(500),
            ScriptedSender.answered(413));

    assertThat(retrying(sender).send(ENVELOPE)).isEqualTo(new Rejected(413, 6));
    assertThat(statesWhilePausing).containsOnly(EndpointState.DELIVERING);
  }

  @Test
  void countsRefusalsOfEachDeliveryAnew() throws InterruptedException {
    ScriptedSender sender =
        new ScriptedSender(
            ScriptedSender.answered(422),
            ScriptedSender.answered(422),
            ScriptedSender.answered(200),
            ScriptedSender.answered(422),
            ScriptedSender.answered(422));
    RetryingSender retrying = retrying(sender);

    assertThat(retrying.send(ENVELOPE).isDelivered()).isTrue();
    assertThat(retrying.send(ENVELOPE).isDelivered()).isTrue();
  }

  @Test
  void takesARefusalForASignOfLifeAndSaysSoOnce() throws InterruptedException {
    ScriptedSender sender =
        new ScriptedSender(
            ScriptedSender.failed(),
            ScriptedSender.failed(),
            ScriptedSender.failed(),
            ScriptedSender.answered(422),
            ScriptedSender.answered(422),
            ScriptedSender.answered(422));

    try (RecordedLog log = RecordedLog.of(RetryingSender.class)) {
      assertThat(retrying(sender).send(ENVELOPE)).isEqualTo(new Rejected(422, 6));

      assertThat(log.lines())
          .containsExactly(
              "WARNING Endpoint ci is backing off: refused; 0 pending, next attempts every 1000 ms",
              "INFO Endpoint ci is well again; 0 pending");
    }
    assertThat(statesWhilePausing)
        .containsExactly(
            EndpointState.DELIVERING,
            EndpointState.DELIVERING,
            EndpointState.BACKING_OFF,
            EndpointState.DELIVERING,
            EndpointState.DELIVERING);
    assertThat(stats.getState()).isEqualTo(EndpointState.DELIVERING);
  }

  @Test
  void comesToAnEndWithWhatIsRefusedWhenItIsToStop() throws InterruptedException {
    delayer.stop();

    assertThat(retrying(ScriptedSender.answering(422, 3)).send(ENVELOPE))
        .isEqualTo(new Rejected(422, 3));
  }

  private RetryingSender retrying(Sender delegate) {
    return new RetryingSender("ci", delegate, new Breaker(3, BACKOFF), delayer, stats);
  }

  private void noteState() {
    statesWhilePausing.add(stats.getState());
  }
}
