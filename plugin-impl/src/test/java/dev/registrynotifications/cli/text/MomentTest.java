package dev.registrynotifications.cli.text;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MomentTest {

  @ParameterizedTest
  @CsvSource({
    "2026-11-25T12:23:38.359741538Z, 2026-11-25T12:23:38Z",
    "2026-11-25T12:23:38Z,           2026-11-25T12:23:38Z",
    "'',                             ''",
    "never,                          never"
  })
  void leavesOutPartsOfASecond(String time, String shown) {
    assertThat(Moment.of(time)).isEqualTo(shown);
  }
}
