package dev.registrynotifications.captures;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;

class IntendedDifferenceTest {

  @Test
  void isOneEachTime() {
    assertThatEachIsOne(IntendedDifference.OF_OUR_REGISTRY);
    assertThatEachIsOne(IntendedDifference.OF_THE_GATEWAY);
  }

  private static void assertThatEachIsOne(Map<String, IntendedDifference> differences) {
    differences.forEach(
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
