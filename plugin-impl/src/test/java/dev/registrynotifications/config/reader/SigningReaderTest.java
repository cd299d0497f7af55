package dev.registrynotifications.config.reader;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.registrynotifications.config.SigningConfig;
import dev.registrynotifications.config.SigningConfig.Secret;
import java.nio.file.Path;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SigningReaderTest {

  @TempDir private Path directory;

  @ParameterizedTest
  @ValueSource(strings = {"", "secrets:", "secrets: []\nhexSignature: false"})
  void signsNothingByDefault(String keys) {
    assertThat(read(keys)).isEqualTo(SigningConfig.NONE);
  }

  @Test
  void takesATextAsItsBytes() {
    assertThat(keys("secrets: [first, 'zweitär']"))
        .containsExactly("first".getBytes(UTF_8), "zweitär".getBytes(UTF_8));
    assertThat(keys("secrets: alone")).containsExactly("alone".getBytes(UTF_8));
  }

  @ParameterizedTest
  @ValueSource(ints = {24, 25, 32, 64})
  void takesTheKeyBehindItsPrefix(int length) {
    byte[] key = key(length);

    assertThat(keys("secrets: " + whsec(key))).containsExactly(key);
    assertThat(keys("secrets: " + whsec(key).replace("=", ""))).containsExactly(key);
  }

  @Test
  void readsSecretsFromOutside() {
    byte[] key = key(24);
    EndpointFile file = new EndpointFile(directory, Map.of("WHOLE", whsec(key), "RAW", "raw"));

    SigningConfig signing = file.read("secrets: ['${env:WHOLE}', 'x-${env:RAW}']").signing();

    assertThat(signing.secrets())
        .extracting(Secret::bytes)
        .containsExactly(key, "x-raw".getBytes(UTF_8));
  }

  @ParameterizedTest
  @ValueSource(strings = {"hexSignature", "hexsignature"})
  void sendsAHexSignatureIfItIsTold(String spelling) {
    assertThat(read("secrets: a\n" + spelling + ": true").hexSignature()).isTrue();
    assertThat(read("secrets: a").hexSignature()).isFalse();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "secrets: ['']              | 5:17: secrets has an empty secret; leave it out, or write one",
        "secrets: [~]               | 5:17: secrets has an empty secret; leave it out, or write one",
        "secrets: '${env:EMPTY}'    | 5:16: secrets has an empty secret; leave it out, or write one",
        "secrets: [a, {b: c}]       | 5:20: secrets must be a list of single values, not of a"
            + " mapping",
        "secrets: whsec_            | 5:16: secrets has a whsec_ secret that isn't 24 to 64 bytes"
            + " long",
        "secrets: [a, whsec_a*b]    | 5:20: secrets has a whsec_ secret that isn't base64;"
            + " without whsec_ any text is one",
        "secrets: '${env:MISSING}'  | 5:16: secrets names the environment variable MISSING, which"
            + " isn't set",
        "hexSignature: true         | 5:21: hexSignature needs secrets to sign with, and there are"
            + " none",
        "hexSignature: hex          | 5:21: hexSignature must be true or false, not \"hex\""
      })
  void namesEachMistakeWithItsPlace(String keys, String mistake) {
    assertThat(new EndpointFile(directory, Map.of("EMPTY", "")).mistakes(keys))
        .containsExactly(mistake);
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 23, 65})
  void refusesKeysThatAreTooShortOrTooLong(int length) {
    assertThat(new EndpointFile(directory).mistakes("secrets: [" + whsec(key(length)) + "]"))
        .containsExactly("5:17: secrets has a whsec_ secret that isn't 24 to 64 bytes long");
  }

  @Test
  void doesNotComplainOfTheHexSignatureWhenTheSecretIsAtFault() {
    assertThat(new EndpointFile(directory).mistakes("secrets: ['']\nhexSignature: true"))
        .containsExactly("5:17: secrets has an empty secret; leave it out, or write one");
  }

  private List<byte[]> keys(String keys) {
    return read(keys).secrets().stream().map(Secret::bytes).toList();
  }

  private SigningConfig read(String keys) {
    return new EndpointFile(directory).read(keys).signing();
  }

  private static byte[] key(int length) {
    byte[] key = new byte[length];
    for (int i = 0; i < length; i++) {
      key[i] = (byte) (200 + i);
    }
    return key;
  }

  private static String whsec(byte[] key) {
    return "whsec_" + Base64.getEncoder().encodeToString(key);
  }
}
