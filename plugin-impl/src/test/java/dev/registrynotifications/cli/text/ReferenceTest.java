package dev.registrynotifications.cli.text;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class ReferenceTest {

  @Test
  void hasATagIfThereIsOne() {
    assertThat(Reference.of("team/app", "v1")).isEqualTo("team/app:v1");
    assertThat(Reference.of("team/app", "")).isEqualTo("team/app");
  }
}
