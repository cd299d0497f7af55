package dev.registrynotifications.reload;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class PaceTest {

  private final Pace pace = new Pace();

  @Test
  void triesNothingWhileNothingHasFailed() {
    pace.record(false);

    assertThat(pace.isDue()).isFalse();
    assertThat(pace.isDue()).isFalse();
  }

  @Test
  void triesAgainAtTheNextLookAndThenAtFewerAndFewer() {
    pace.record(true);

    List<Integer> tries = new ArrayList<>();
    for (int look = 1; look <= 60; look++) {
      if (pace.isDue()) {
        tries.add(look);
        pace.record(true);
      }
    }

    assertThat(tries).containsExactly(1, 3, 7, 15, 27, 39, 51);
  }

  @Test
  void beginsAnewWithSomethingElse() {
    for (int i = 0; i < 5; i++) {
      pace.record(true);
    }

    pace.begin();
    pace.record(true);

    assertThat(pace.isDue()).isTrue();
  }

  @Test
  void triesNoMoreOnceItHasSucceeded() {
    pace.record(true);
    pace.record(false);

    assertThat(pace.isDue()).isFalse();
  }
}
