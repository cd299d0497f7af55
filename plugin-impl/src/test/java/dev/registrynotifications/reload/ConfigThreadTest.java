package dev.registrynotifications.reload;

import static dev.registrynotifications.Patience.DEADLINE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;

class ConfigThreadTest {

  private static final Duration SOON = Duration.ofMillis(1);
  private static final Duration NEVER = Duration.ofDays(1);

  /** How a thread is that waits, or has nothing to wait for. */
  private static final Set<Thread.State> AT_REST =
      Set.of(Thread.State.WAITING, Thread.State.TIMED_WAITING, Thread.State.TERMINATED);

  @Test
  void looksAgainAndAgainAlsoAfterAFailure() throws InterruptedException {
    CountDownLatch looks = new CountDownLatch(3);
    try (ConfigThread thread = new ConfigThread()) {
      thread.repeat(
          () -> {
            looks.countDown();
            throw new IllegalStateException("as a test wants it");
          },
          SOON);

      assertThat(looks.await(DEADLINE.toSeconds(), TimeUnit.SECONDS)).isTrue();
    }
  }

  @Test
  void doesWhatItIsAskedForInBetweenOnItsOwnThread() {
    try (ConfigThread thread = new ConfigThread()) {
      thread.repeat(() -> {}, NEVER);

      String name = thread.call(() -> Thread.currentThread().getName());

      assertThat(name).isEqualTo("notify-config");
    }
  }

  @Test
  void finishesWhatItIsDoingBeforeItEnds() throws InterruptedException {
    CountDownLatch begun = new CountDownLatch(1);
    CountDownLatch mayEnd = new CountDownLatch(1);
    CountDownLatch ended = new CountDownLatch(1);
    ConfigThread thread = new ConfigThread(DEADLINE, DEADLINE);
    thread.repeat(
        () -> {
          begun.countDown();
          await(mayEnd);
          ended.countDown();
        },
        SOON);
    assertThat(begun.await(DEADLINE.toSeconds(), TimeUnit.SECONDS)).isTrue();

    Thread closing = new Thread(thread::close);
    closing.start();
    Awaitility.await().atMost(DEADLINE).until(closing::getState, AT_REST::contains);
    boolean hasWaited = closing.isAlive();
    mayEnd.countDown();
    closing.join(DEADLINE.toMillis());

    assertThat(hasWaited).isTrue();
    assertThat(closing.isAlive()).isFalse();
    assertThat(ended.getCount()).isZero();
  }

  private static void await(CountDownLatch latch) {
    try {
      assertThat(latch.await(DEADLINE.toSeconds(), TimeUnit.SECONDS)).isTrue();
    } catch (InterruptedException e) {
      throw new AssertionError("was interrupted", e);
    }
  }

  @Test
  void saysThatItIsStoppedToWhoeverAsksTooLate() {
    ConfigThread thread = new ConfigThread();
    thread.repeat(() -> {}, NEVER);
    thread.close();

    assertThatThrownBy(() -> thread.call(() -> "late"))
        .isInstanceOf(IllegalStateException.class)
        .hasMessage("Could not read the configuration once more: notifications are being stopped")
        .hasNoCause();
  }

  @Test
  void keepsAMistakeOfOursFromWhoeverAsks() {
    try (ConfigThread thread = new ConfigThread()) {
      thread.repeat(() -> {}, NEVER);

      assertThatThrownBy(
              () ->
                  thread.call(
                      () -> {
                        throw new IllegalArgumentException("as a test wants it");
                      }))
          .isInstanceOf(IllegalStateException.class)
          .hasMessage("Could not read the configuration once more: see the log")
          .hasNoCause();
    }
  }

  @Test
  void doesNotLetWhoeverAsksWaitForEver() {
    CountDownLatch mayEnd = new CountDownLatch(1);
    try (ConfigThread thread = new ConfigThread(SOON, DEADLINE)) {
      thread.repeat(() -> {}, NEVER);

      assertThatThrownBy(() -> thread.call(() -> mayEnd.await(30, TimeUnit.SECONDS)))
          .isInstanceOf(IllegalStateException.class)
          .hasMessage(
              "Could not read the configuration once more: it takes long; the log tells what"
                  + " becomes of it");
      mayEnd.countDown();
    }
  }

  @Test
  void doesNothingForWhoeverAsksTooSoon() {
    try (ConfigThread thread = new ConfigThread()) {
      assertThatThrownBy(() -> thread.call(() -> "early"))
          .isInstanceOf(IllegalStateException.class)
          .hasMessage(
              "Could not read the configuration once more: notifications are being started");
    }
  }
}
