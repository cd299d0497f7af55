package dev.registrynotifications.delivery;

import static dev.registrynotifications.Patience.DEADLINE;
import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import dev.registrynotifications.audience.Audience;
import dev.registrynotifications.audience.Notice.Happening;
import dev.registrynotifications.audience.Program;
import dev.registrynotifications.audience.Visit;
import dev.registrynotifications.dropin.Installation;
import dev.registrynotifications.host.HostProcess;
import dev.registrynotifications.jmx.RemoteBeans;
import dev.registrynotifications.management.AttemptView;
import dev.registrynotifications.management.DeadLetterView;
import dev.registrynotifications.management.EndpointMXBean;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What an operator can do while a receiver fails, and when it has recovered. */
class OperateIT {

  /** Whoever waits for that waits in vain. */
  private static final String RESTS_LONG = "threshold: 1, backoff: 1h, maxBackoff: 1h";

  @TempDir private Path work;

  @Test
  void tellsHowAnEndpointFaresAndTriesItAgainAtOnce() throws Exception {
    Mendable receiver = Mendable.refusingAll(503);
    List<String> told = new CopyOnWriteArrayList<>();
    try (Audience audience = new Audience().with("ci", receiver, RESTS_LONG);
        HostProcess host = Installation.in(work, audience.configuration()).host().start();
        RemoteBeans beans = RemoteBeans.of(ProcessHandle.of(host.pid()).orElseThrow())) {
      EndpointMXBean ci = beans.endpoint("ci");
      beans.listen("ci", announcement -> told.add(announcement.getType()));
      Visit visit = new Visit(host.baseUri(), "team/app");
      visit.pushBlobs(3);
      await().atMost(DEADLINE).until(ci::getState, "backing off"::equals);

      assertThat(ci.getStateReason()).isEqualTo("it answered 503: not mended yet");
      assertThat(ci.getNextAttempt()).isGreaterThan(ci.getStateSince());
      assertThat(ci.getLastFailureReason()).isEqualTo("it answered 503: not mended yet");
      assertThat(ci.getLastSuccess()).isEmpty();
      assertThat(ci.getOldestPendingAgeSeconds()).isPositive();
      AttemptView failed = ci.listAttempts(10).get(0);
      assertThat(failed.getStatus()).isEqualTo(503);
      assertThat(failed.isDelivered()).isFalse();
      assertThat(failed.getRepository()).isEqualTo("team/app");

      receiver.mend();
      ci.retryNow();

      await().atMost(DEADLINE).until(ci::getPending, pending -> pending == 0);
      assertThat(audience.of("ci").happenings()).isEqualTo(visit.happenings());
      await().atMost(DEADLINE).until(ci::getState, "delivering"::equals);
      assertThat(ci.getStateReason()).isEmpty();
      assertThat(ci.getNextAttempt()).isEmpty();
      assertThat(ci.getOldestPendingAgeSeconds()).isZero();
      assertThat(ci.getDelivered()).isEqualTo(3);
      assertThat(ci.getRetried()).isPositive();
      assertThat(ci.getBytes()).isPositive();
      assertThat(ci.getLastSuccess()).isNotEmpty();
      assertThat(ci.getDeliveryLatency().getCount()).isEqualTo(3);
      assertThat(ci.getEndToEndLatency().getMaxMillis())
          .isGreaterThanOrEqualTo(ci.getDeliveryLatency().getP50Millis());
      await().atMost(DEADLINE).until(() -> told.contains(EndpointMXBean.CLOSED));
      assertThat(told).containsExactly(EndpointMXBean.OPENED, EndpointMXBean.CLOSED);
    }
  }

  @Test
  void pausesAndGoesOn() throws Exception {
    try (Audience audience = new Audience().with("ci", Program.readingAll());
        HostProcess host = Installation.in(work, audience.configuration()).host().start();
        RemoteBeans beans = RemoteBeans.of(ProcessHandle.of(host.pid()).orElseThrow())) {
      EndpointMXBean ci = beans.endpoint("ci");
      Visit visit = new Visit(host.baseUri(), "team/app");
      ci.pause();
      await().atMost(DEADLINE).until(ci::getState, "paused"::equals);
      visit.pushBlobs(3);
      await().atMost(DEADLINE).until(ci::getPending, pending -> pending == 3);
      ci.retryNow();

      assertThat(ci.ping().isDelivered()).isTrue();

      assertThat(ci.getPending()).isEqualTo(3);
      assertThat(audience.of("ci").happenings()).extracting(Happening::action).containsOnly("ping");
      assertThat(ci.getStateReason()).isEqualTo("an operator paused it");
      await().atMost(DEADLINE).until(ci::getOldestPendingAgeSeconds, age -> age > 0);
      ci.resume();
      await().atMost(DEADLINE).until(ci::getPending, pending -> pending == 0);
      assertThat(audience.of("ci").happenings().subList(1, 4)).isEqualTo(visit.happenings());
    }
  }

  @Test
  void pingsWithoutTouchingWhatIsPending() throws Exception {
    Mendable receiver = Mendable.refusingAll(401);
    try (Audience audience = new Audience().with("ci", receiver, RESTS_LONG);
        HostProcess host = Installation.in(work, audience.configuration()).host().start();
        RemoteBeans beans = RemoteBeans.of(ProcessHandle.of(host.pid()).orElseThrow())) {
      EndpointMXBean ci = beans.endpoint("ci");

      AttemptView refused = ci.ping();
      receiver.mend();
      AttemptView accepted = ci.ping();

      assertThat(refused.isDelivered()).isFalse();
      assertThat(refused.getStatus()).isEqualTo(401);
      assertThat(refused.getOutcome()).isEqualTo("it answered 401: not mended yet");
      assertThat(accepted.isDelivered()).isTrue();
      assertThat(accepted.getStatus()).isEqualTo(200);
      assertThat(accepted.getAction()).isEqualTo("ping");
      assertThat(ci.getState()).isEqualTo("delivering");
      assertThat(ci.getEvents()).isZero();
      assertThat(ci.listAttempts(10)).hasSize(2);
    }
  }

  @Test
  void getsAnEventOutOfTheWay() throws Exception {
    Mendable receiver = Mendable.refusing("poison/app", 500);
    try (Audience audience = new Audience().with("ci", receiver, RESTS_LONG);
        HostProcess host = Installation.in(work, audience.configuration()).host().start();
        RemoteBeans beans = RemoteBeans.of(ProcessHandle.of(host.pid()).orElseThrow())) {
      EndpointMXBean ci = beans.endpoint("ci");
      assertThatThrownBy(ci::skip)
          .isInstanceOf(IllegalStateException.class)
          .hasMessageContaining("nothing is pending");
      new Visit(host.baseUri(), "poison/app").pushBlobs(1);
      await().atMost(DEADLINE).until(ci::getParked, parked -> parked == 1);

      long skipped = ci.skip();

      await().atMost(DEADLINE).until(ci::getDeadLetters, letters -> letters == 1);
      DeadLetterView letter = requireNonNull(ci.findDeadLetter(skipped));
      assertThat(letter.getReason()).startsWith("an operator skipped it, after ");
      await().atMost(DEADLINE).until(ci::getPending, pending -> pending == 0);
      receiver.mend();
      assertThat(ci.redriveDeadLetter(skipped)).isTrue();
      ci.retryNow();
      await().atMost(DEADLINE).until(ci::getDeadLetters, letters -> letters == 0);
      assertThat(audience.of("ci").happenings()).hasSize(1);
    }
  }

  @Test
  void endsAReplay() throws Exception {
    try (Audience audience = new Audience().with("ci", Program.readingAll());
        HostProcess host = Installation.in(work, audience.configuration()).host().start();
        RemoteBeans beans = RemoteBeans.of(ProcessHandle.of(host.pid()).orElseThrow())) {
      EndpointMXBean ci = beans.endpoint("ci");
      new Visit(host.baseUri(), "team/app").pushBlobs(5);
      await().atMost(DEADLINE).until(ci::getDelivered, delivered -> delivered == 5);
      ci.pause();
      await().atMost(DEADLINE).until(ci::getState, "paused"::equals);
      ci.replayFrom(1);
      assertThat(ci.isReplaying()).isTrue();

      assertThat(ci.cancelReplay()).isTrue();
      ci.resume();

      await().atMost(DEADLINE).until(() -> !ci.isReplaying());
      assertThat(ci.getReplayed()).isLessThanOrEqualTo(1);
      assertThat(ci.cancelReplay()).isFalse();
      ci.replayFrom(1);
      await().atMost(DEADLINE).until(() -> !ci.isReplaying());
      assertThat(ci.getReplayed()).isGreaterThanOrEqualTo(5);
    }
  }
}
