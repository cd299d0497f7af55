package dev.registrynotifications.captures;

import static org.assertj.core.api.Assertions.assertThat;

import dev.registrynotifications.cases.CaptureCase;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class CaptureCasesTest {

  static Stream<CaptureSuite> suites() {
    return Stream.of(CaptureSuite.EVENTS, CaptureSuite.REFERENCES);
  }

  @ParameterizedTest
  @MethodSource("suites")
  void coverTheWholeIndexButForTheCommandsOfAnotherClient(CaptureSuite suite) {
    List<String> captured =
        suite.captures().names().stream().filter(name -> !name.startsWith("skopeo-")).toList();

    assertThat(suite.cases()).extracting(CaptureCase::name).isEqualTo(captured);
  }
}
