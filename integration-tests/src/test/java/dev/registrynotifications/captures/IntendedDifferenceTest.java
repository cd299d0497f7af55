package dev.registrynotifications.captures;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class IntendedDifferenceTest {

  @Test
  void isOneEachTime() {
    IntendedDifference.ALL.forEach(
        (name, difference) -> {
          CaptureIndex captures = capturesWith(name);

          assertThat(difference.outcome().apply(captures))
              .as(name + ": " + difference.reason())
              .isNotEqualTo(captures.outcomeOf(name));
        });
  }

  private static CaptureIndex capturesWith(String name) {
    CaptureIndex events = CaptureSuite.EVENTS.captures();
    return events.names().contains(name) ? events : CaptureSuite.REFERENCES.captures();
  }
}
