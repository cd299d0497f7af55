package dev.registrynotifications.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.regex.PatternSyntaxException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class GlobTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "team/app     | team/app      | true",
        "team/app     | team/App      | false",
        "team/app     | team/app2     | false",
        "team/*       | team/app      | true",
        "team/*       | team/app/x    | false",
        "team/*       | team          | false",
        "team/**      | team/app      | true",
        "team/**      | team/app/x    | true",
        "team/**      | team          | false",
        "**/app       | team/x/app    | true",
        "**/app       | app           | false",
        "{app,**/app} | app           | true",
        "*            | app           | true",
        "*            | team/app      | false",
        "**           | team/app      | true",
        "*-cache      | my-cache      | true",
        "v?           | v1            | true",
        "v?           | v10           | false",
        "v[0-9]*      | v10.2         | true",
        "v[!0-9]*     | v10.2         | false",
        "*            | .hidden       | true",
        "a.b          | aXb           | false"
      })
  void staysWithinASegmentUnlessItIsDoubled(String glob, String name, boolean matches) {
    assertThat(Glob.parse(glob).matches(name)).isEqualTo(matches);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "a\0b"})
  void matchesNothingThatIsNoName(String name) {
    assertThat(Glob.parse("**").matches(name)).isFalse();
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "[", "team-[a", "{a", "a\\", "[z-a]", "[a/b]", "{a,{b}}"})
  void refusesWhatIsNone(String text) {
    assertThatThrownBy(() -> Glob.parse(text)).isInstanceOf(PatternSyntaxException.class);
  }

  @Test
  void isItsText() {
    Glob glob = Glob.parse("team/*");

    assertThat(glob).hasToString("team/*").isEqualTo(Glob.parse("team/*"));
    assertThat(glob).hasSameHashCodeAs(Glob.parse("team/*")).isNotEqualTo(Glob.parse("team/**"));
  }
}
