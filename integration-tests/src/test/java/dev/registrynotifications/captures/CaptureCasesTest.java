package dev.registrynotifications.captures;

import static org.assertj.core.api.Assertions.assertThat;

import dev.registrynotifications.cases.CaptureCase;
import dev.registrynotifications.cases.CaptureCases;
import java.util.List;
import org.junit.jupiter.api.Test;

class CaptureCasesTest {

  @Test
  void coverTheWholeIndexButForTheCommandsOfAnotherClient() {
    List<String> captured =
        new CaptureIndex().names().stream().filter(name -> !name.startsWith("skopeo-")).toList();

    assertThat(CaptureCases.inOrder()).extracting(CaptureCase::name).isEqualTo(captured);
  }
}
