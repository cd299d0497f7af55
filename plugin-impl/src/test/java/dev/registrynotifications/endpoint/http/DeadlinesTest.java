package dev.registrynotifications.endpoint.http;

import static org.assertj.core.api.Assertions.assertThat;

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
    Deadline slow = deadlines.begin(() -> missed.add("slow"));

    time.advance(TIMEOUT);

    assertThat(missed).containsExactly("slow");
    assertThat(slow.end()).isTrue();
  }

  @Test
  void leavesAloneWhatEndsInTime() {
    Deadline quick = deadlines.begin(() -> missed.add("quick"));

    boolean late = quick.end();
    time.advance(TIMEOUT.multipliedBy(3));

    assertThat(late).isFalse();
    assertThat(missed).isEmpty();
  }

  @Test
  void givesEachItsWholeTime() {
    Deadline first = deadlines.begin(() -> missed.add("first"));
    time.advance(Duration.ofMillis(60));
    Deadline second = deadlines.begin(() -> missed.add("second"));

    time.advance(Duration.ofMillis(99));

    assertThat(missed).containsExactly("first");
    assertThat(first.end()).isTrue();
    assertThat(second.end()).isFalse();
  }

  @Test
  void looksOnceATimeoutHoweverMuchGoesOn() {
    for (int i = 0; i < 10_000; i++) {
      boolean unused = deadlines.begin(() -> missed.add("never")).end();
    }

    time.advance(TIMEOUT);

    assertThat(time.started()).isOne();
    assertThat(missed).isEmpty();
  }

  @Test
  void looksNoMoreWhenNothingIsUnderWay() {
    boolean unused = deadlines.begin(() -> missed.add("never")).end();

    time.advance(Duration.ofHours(1));

    assertThat(time.started()).isOne();
    assertThat(time.waiting()).isZero();
  }

  @Test
  void looksAgainWhenSomethingBeginsAfterwards() {
    boolean unused = deadlines.begin(() -> missed.add("never")).end();
    time.advance(Duration.ofHours(1));

    Deadline slow = deadlines.begin(() -> missed.add("slow"));
    time.advance(TIMEOUT);

    assertThat(missed).containsExactly("slow");
    assertThat(slow.end()).isTrue();
  }

  @Test
  void doesNothingTwice() {
    Deadline slow = deadlines.begin(() -> missed.add("slow"));
    time.advance(TIMEOUT);

    slow.miss();

    assertThat(missed).containsExactly("slow");
    assertThat(slow.end()).isTrue();
    assertThat(slow.end()).isTrue();
  }
}
