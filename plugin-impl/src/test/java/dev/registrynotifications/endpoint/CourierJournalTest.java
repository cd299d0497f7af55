package dev.registrynotifications.endpoint;

import static dev.registrynotifications.endpoint.CourierRig.NOW;
import static dev.registrynotifications.endpoint.CourierRig.PUSH;
import static dev.registrynotifications.endpoint.CourierRig.SECOND;
import static dev.registrynotifications.endpoint.CourierRig.envelope;
import static dev.registrynotifications.endpoint.CourierRig.event;
import static dev.registrynotifications.endpoint.CourierRig.logged;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.registrynotifications.endpoint.attempt.ScriptedSender;
import dev.registrynotifications.journal.DeadLetter;
import dev.registrynotifications.metrics.EndpointState;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;

/** Dead letters, and a journal that fails. */
class CourierJournalTest {

  @AutoClose private final CourierRig rig = new CourierRig();

  @Test
  void makesARejectedEventADeadLetterAndGoesOnWithTheNext() {
    ScriptedSender sender = ScriptedSender.answering(422, 3);
    rig.append(PUSH, "one");
    rig.append(PUSH, "two");
    Courier courier = rig.courier(sender);

    courier.stop();
    courier.run();

    assertThat(sender.attempts())
        .containsExactly(envelope("one"), envelope("one"), envelope("one"), envelope("two"));
    assertThat(letterPayloads()).containsExactly(event("one"));
    assertThat(rig.records()).isZero();
    assertThat(rig.stats().getDeadLettered()).isEqualTo(1);
    assertThat(rig.stats().getPending()).isZero();
  }

  @Test
  void forgetsADeadLetterThatIsDeliveredAfterAll() {
    ScriptedSender sender = new ScriptedSender();
    rig.letters().add(letter(7, "poison"));
    rig.redrive(7);
    Courier courier = rig.courier(sender);

    courier.stop();
    courier.run();

    assertThat(sender.attempts()).containsExactly(envelope("poison"));
    assertThat(rig.letters().count()).isZero();
  }

  @Test
  void keepsADeadLetterThatIsRejectedAgainAndSaysWhy() {
    ScriptedSender sender = ScriptedSender.answering(413, 3);
    rig.letters().add(letter(7, "poison"));
    rig.redrive(7);
    Courier courier = rig.courier(sender);

    courier.stop();
    courier.run();

    DeadLetter letter = rig.letters().find(7).orElseThrow();
    assertThat(letter.lastStatus()).isEqualTo(413);
    assertThat(letter.reason()).isEqualTo("it answered 413, at the last of 3 attempts");
    assertThat(letter.time()).isEqualTo(NOW.plusMillis(30));
    assertThat(rig.letters().count()).isEqualTo(1);
  }

  @Test
  void keepsADeadLetterWhoseRedriveEndsInFailure() {
    rig.letters().add(letter(7, "poison"));
    rig.redrive(7);

    Courier courier = rig.courier(ScriptedSender.answering(503, 3));

    courier.stop();
    courier.run();

    assertThat(rig.letters().find(7).orElseThrow().reason()).isEqualTo("before");
  }

  @Test
  void triesAgainToKeepADeadLetterBeforeItGoesOn() {
    ScriptedSender sender = ScriptedSender.answering(422, 3);
    rig.append(PUSH, "one");
    rig.append(PUSH, "two");
    rig.letters().fail(2);
    Courier courier = rig.courier(sender);
    rig.time().plan(Duration.ofMinutes(1), courier::stop);

    try (RecordedLog lines = RecordedLog.of(Condition.class)) {
      courier.run();

      assertThat(lines.lines())
          .containsExactly(
              "SEVERE Endpoint ci waits for the journal: java.io.IOException: no space left;"
                  + " next attempts every 1000 ms",
              "INFO Endpoint ci can use the journal again");
    }
    assertThat(sender.attempts())
        .containsExactly(envelope("one"), envelope("one"), envelope("one"), envelope("two"));
    assertThat(rig.time().naps()).endsWith(SECOND, SECOND);
    assertThat(letterPayloads()).containsExactly(event("one"));
    assertThat(rig.records()).isZero();
    assertThat(rig.stats().getDeadLettered()).isEqualTo(1);
  }

  @Test
  void leavesAnEventInTheLogThatCannotBeKeptAsADeadLetter() {
    rig.append(PUSH, "one");
    rig.letters().fail(Integer.MAX_VALUE);
    Courier courier = rig.courier(ScriptedSender.answering(422, 3));
    rig.time().plan(Duration.ofMinutes(1), courier::stop);

    courier.run();

    assertThat(rig.letters().count()).isZero();
    assertThat(rig.records()).isEqualTo(1);
    assertThat(rig.stats().getPending()).isEqualTo(1);
  }

  @Test
  void doesNotSendADeadLetterAgainThatCouldNotBeForgotten() {
    ScriptedSender sender = new ScriptedSender();
    rig.letters().add(letter(7, "poison"));
    rig.letters().fail(1);
    rig.redrive(7);
    Courier courier = rig.courier(sender);
    rig.time().plan(Duration.ofMinutes(1), courier::stop);

    courier.run();

    assertThat(sender.attempts()).containsExactly(envelope("poison"));
    assertThat(rig.letters().count()).isZero();
  }

  @Test
  void goesOnWhenTheJournalCanBeReadAgain() {
    ScriptedSender sender = new ScriptedSender();
    ScriptedCursor cursor = new ScriptedCursor(logged("one"));
    cursor.fail(3);
    rig.readFrom(cursor);
    Courier courier = rig.courier(sender);
    rig.time().plan(Duration.ofMinutes(1), courier::stop);

    courier.run();

    assertThat(sender.attempts()).containsExactly(envelope("one"));
    assertThat(cursor.acked()).containsExactly(1L);
    assertThat(rig.time().naps()).containsExactly(SECOND, SECOND, SECOND);
  }

  @Test
  void leavesWhileTheJournalCannotBeReadWhenItIsToStop() {
    ScriptedCursor cursor = new ScriptedCursor();
    cursor.fail(Integer.MAX_VALUE);
    rig.readFrom(cursor);
    Courier courier = rig.courier(new ScriptedSender());
    rig.time().plan(Duration.ofMinutes(1), courier::stop);

    courier.run();

    assertThat(cursor.isClosed()).isTrue();
    assertThat(rig.stats().getState()).isEqualTo(EndpointState.STOPPED);
  }

  private static DeadLetter letter(long sequence, String id) {
    return new DeadLetter(logged(sequence, id), Instant.EPOCH, 3, 400, "before");
  }

  private List<String> letterPayloads() {
    return rig.letters().list(10).stream()
        .map(letter -> new String(letter.event().payload(), UTF_8))
        .toList();
  }
}
