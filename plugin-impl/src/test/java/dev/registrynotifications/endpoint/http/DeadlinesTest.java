package dev.registrynotifications.endpoint.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class DeadlinesTest {

  private static final Duration TIMEOUT = Duration.ofMillis(100);

  private final ManualDelayer time = new ManualDelayer();
  private final Deadlines deadlines = new Deadlines(TIMEOUT, time, time);
  private final List<String> missed = new ArrayList<>();

  @Test
  void endsWhatTakesTooLong() {
    var unused = deadlines.begin(() -> missed.add("slow"));

    time.advance(TIMEOUT);

    assertThat(missed).containsExactly("slow");
  }

  @Test
  void leavesAloneWhatEndsInTime() {
    deadlines.begin(() -> missed.add("quick")).end();

    time.advance(TIMEOUT.multipliedBy(3));

    assertThat(missed).isEmpty();
  }

  @Test
  void givesEachItsWholeTime() {
    var first = deadlines.begin(() -> missed.add("first"));
    time.advance(Duration.ofMillis(60));
    var second = deadlines.begin(() -> missed.add("second"));

    time.advance(Duration.ofMillis(99));
    assertThat(missed).containsExactly("first");

    time.advance(Duration.ofMillis(1));
    assertThat(missed).containsExactly("first", "second");
    first.end();
    second.end();
  }

  @Test
  void looksOnceATimeoutHoweverMuchGoesOn() {
    for (int i = 0; i < 10_000; i++) {
      deadlines.begin(() -> missed.add("never")).end();
    }

    time.advance(TIMEOUT);

    assertThat(time.started()).isOne();
    assertThat(missed).isEmpty();
  }

  @Test
  void looksNoMoreWhenNothingIsUnderWay() {
    deadlines.begin(() -> missed.add("never")).end();

    time.advance(Duration.ofHours(1));

    assertThat(time.started()).isOne();
    assertThat(time.waiting()).isZero();
  }

  @Test
  void looksAgainWhenSomethingBeginsAfterwards() {
    deadlines.begin(() -> missed.add("never")).end();
    time.advance(Duration.ofHours(1));

    var unused = deadlines.begin(() -> missed.add("slow"));
    time.advance(TIMEOUT);

    assertThat(missed).containsExactly("slow");
  }

  @Test
  void doesNothingTwice() {
    Deadline slow = deadlines.begin(() -> missed.add("slow"));
    time.advance(TIMEOUT);

    slow.miss();

    assertThat(missed).containsExactly("slow");
  }

  @Test
  void looksOnAfterOneThatFailed() {
    var first =
        deadlines.begin(
            () -> {
              throw new IllegalStateException("a test's");
            });
    time.advance(Duration.ofMillis(50));
    var second = deadlines.begin(() -> missed.add("second"));

    assertThatThrownBy(() -> time.advance(TIMEOUT)).hasMessage("a test's");
    time.advance(TIMEOUT);

    assertThat(missed).containsExactly("second");
    first.end();
    second.end();
  }

  @Test
  void beginsToLookWithTheNextWhenItCouldNot() {
    time.failNext(new OutOfMemoryError("a test's"));

    assertThatThrownBy(() -> deadlines.begin(() -> missed.add("first")))
        .isInstanceOf(OutOfMemoryError.class);
    var unused = deadlines.begin(() -> missed.add("second"));
    time.advance(TIMEOUT);

    assertThat(missed).endsWith("second");
  }
}
