package dev.registrynotifications.config.reader;

import static org.assertj.core.api.Assertions.assertThat;

import dev.registrynotifications.config.EndpointConfig;
import dev.registrynotifications.config.EventFormat;
import dev.registrynotifications.config.FilterConfig;
import dev.registrynotifications.config.Glob;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class EndpointReaderTest {

  @TempDir private Path directory;

  @ParameterizedTest
  @CsvSource({"mediaType:, V1", "mediaType: v1, V1", "mediatype: v2, V2", "mediaType: json, JSON"})
  void readsTheFormat(String keys, EventFormat format) {
    assertThat(new EndpointFile(directory).read(keys).format()).isEqualTo(format);
  }

  @ParameterizedTest
  @CsvSource({"concurrency:, 1", "concurrency: 0, 1", "concurrency: 4, 4", "concurrency: 256, 256"})
  void readsHowManyRequestsMayBeUnderWay(String keys, int concurrency) {
    assertThat(new EndpointFile(directory).read(keys).concurrency()).isEqualTo(concurrency);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "mediaType: v3      | 5:18: mediaType must be v1 or v2 or json, not \"v3\"",
        "concurrency: 257   | 5:20: concurrency must be at most 256, not \"257\"",
        "concurrency: lots  | 5:20: concurrency must be a whole number, not \"lots\"",
        "colour: blue       | 5:7: colour isn't known; the keys here are [allowedHosts, backoff,"
            + " batch, concurrency, disabled, giveUpAfter, headers, hexSignature, ignore,"
            + " ignoredmediatypes, include, maxAttempts, maxBackoff, mediaType, multiplier, name,"
            + " private, proxy, pulls, rejectAfter, requireHttps, secrets, startFrom, threshold,"
            + " timeout, tls, url]"
      })
  void namesEachMistakeWithItsPlace(String keys, String mistake) {
    assertThat(new EndpointFile(directory).mistakes(keys)).containsExactly(mistake);
  }

  @Test
  void takesTheKeysFromTheEnvironment() {
    Map<String, String> environment =
        Map.of(
            "REGISTRY_NOTIFICATIONS_ENDPOINTS_0_URL", "https://${env:HOST}/",
            "REGISTRY_NOTIFICATIONS_ENDPOINTS_0_BATCH_MAXEVENTS", "7",
            "REGISTRY_NOTIFICATIONS_ENDPOINTS_0_INCLUDE_REPOSITORIES", "team/*",
            "REGISTRY_NOTIFICATIONS_ENDPOINTS_0_REQUIREHTTPS", "true",
            "HOST", "from-env.example.com");

    EndpointConfig endpoint = new EndpointFile(directory, environment).read("");

    assertThat(endpoint.url()).hasToString("https://from-env.example.com/");
    assertThat(endpoint.batch().maxEvents()).isEqualTo(7);
    assertThat(endpoint.filter().include().repositories()).containsExactly(Glob.parse("team/*"));
    assertThat(endpoint.transport().safety().requireHttps()).isTrue();
  }

  @Test
  void replacesNothingWhereNoSecretBelongs() {
    EndpointFile file = new EndpointFile(directory, Map.of("A", "replaced"));

    FilterConfig filter = file.read("ignore: {mediatypes: ['${env:A}']}").filter();

    assertThat(filter.ignore().mediaTypes()).containsExactly("${env:A}");
  }
}
