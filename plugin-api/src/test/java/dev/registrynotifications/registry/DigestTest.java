package dev.registrynotifications.registry;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.ByteBuffer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DigestTest {

  /** The empty string's, as FIPS 180-4 examples give it. */
  private static final String EMPTY =
      "sha256:e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855";

  @Test
  void hashesWhatRemainsInTheBuffer() {
    ByteBuffer content = ByteBuffer.wrap("skipped".getBytes(UTF_8)).position(7);

    assertThat(Digest.sha256(content)).hasToString(EMPTY);
    assertThat(content.position()).isEqualTo(7);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {EMPTY, "multihash+base58:QmRZxt2b1FVZPNqd8hsiykDL3TdBDeTSPX9Kv46HmX4Gx8", "a:b="})
  void readsWhatItPrints(String text) {
    assertThat(Digest.parse(text)).hasToString(text);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "sha256",
        "sha256:",
        ":abc",
        "sha256:ABC",
        "sha256:e3b0",
        "SHA256:e3b0",
        "a:b/c"
      })
  void refusesWhatTheGrammarDoesNotAllow(String text) {
    assertThatThrownBy(() -> Digest.parse(text))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("not a digest: " + text);
  }
}
