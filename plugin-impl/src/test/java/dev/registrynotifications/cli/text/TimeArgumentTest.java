package dev.registrynotifications.cli.text;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import picocli.CommandLine.TypeConversionException;

class TimeArgumentTest {

  private static final Instant NOW = Instant.parse("2026-11-25T12:00:00Z");

  private final TimeArgument argument = new TimeArgument(() -> NOW);

  @ParameterizedTest
  @CsvSource({
    "2h,                        2026-11-25T10:00:00Z",
    "30m,                       2026-11-25T11:30:00Z",
    "90s,                       2026-11-25T11:58:30Z",
    "1d,                        2026-11-24T12:00:00Z",
    "1d12h,                     2026-11-24T00:00:00Z",
    "0s,                        2026-11-25T12:00:00Z",
    "2026-11-24T08:30:00Z,      2026-11-24T08:30:00Z",
    "2026-11-24T08:30Z,         2026-11-24T08:30:00Z",
    "2026-11-24T08:30:00.5Z,    2026-11-24T08:30:00.5Z",
    "2026-11-24T09:30:00+01:00, 2026-11-24T08:30:00Z"
  })
  void readsATimeOrHowLongAgoItWas(String text, Instant time) {
    assertThat(argument.convert(text)).isEqualTo(time);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "yesterday",
        "2",
        "2 h",
        "h",
        "-2h",
        "12h1d",
        "2w",
        "9999999d",
        "2026-11-24",
        "2026-11-24T08:30:00",
        "2026-13-24T08:30:00Z"
      })
  void saysHowATimeIsWritten(String text) {
    assertThatThrownBy(() -> argument.convert(text))
        .isInstanceOf(TypeConversionException.class)
        .hasMessage(
            "\"%s\" is no time: write it like 2026-11-24T08:30:00Z, or how long ago it was, like"
                + " 2h, 30m or 1d12h",
            text);
  }
}
