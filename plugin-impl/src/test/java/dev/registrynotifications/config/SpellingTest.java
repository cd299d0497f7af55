package dev.registrynotifications.config;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SpellingTest {

  @ParameterizedTest
  @CsvSource({
    "timout, timeout",
    "timeoout, timeout",
    "timeouz, timeout",
    "tiemout, timeout",
    "TIMEOUT, timeout",
    "maxbites, maxBytes",
    "treshhold, threshold",
    "uri, url",
    "servletcontext, servletContexts",
    "includereferenzen, includereferences"
  })
  void findsTheWordBehindASlip(String written, String word) {
    assertThat(Spelling.nearest(written, List.of("backoff", word, "name"))).contains(word);
  }

  @ParameterizedTest
  @CsvSource({
    "exclude, include",
    "enable, disabled",
    "v3, v1",
    "push, pull",
    "cert, certificate",
    "colour, concurrency",
    "'', ca"
  })
  void findsNoneThatIsFarAway(String written, String word) {
    assertThat(Spelling.nearest(written, List.of(word))).isEmpty();
  }

  @Test
  void prefersTheNearest() {
    assertThat(Spelling.nearest("maxBackof", List.of("maxAttempts", "backoff", "maxBackoff")))
        .contains("maxBackoff");
  }

  @Test
  void hasNoneForATextThatIsNoWord() {
    assertThat(Spelling.nearest("timeout".repeat(100_000), List.of("timeout"))).isEmpty();
  }

  @Test
  void suggestsAtTheEndOfASentence() {
    assertThat(Spelling.suggestion("latets", List.of("latest", "earliest")))
        .isEqualTo("; did you mean \"latest\"?");
    assertThat(Spelling.suggestion("soon", List.of("latest", "earliest"))).isEmpty();
  }
}
