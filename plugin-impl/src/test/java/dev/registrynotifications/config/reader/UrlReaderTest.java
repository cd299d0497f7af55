package dev.registrynotifications.config.reader;

import static org.assertj.core.api.Assertions.assertThat;

import dev.registrynotifications.config.EndpointConfig;
import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class UrlReaderTest {

  @TempDir private Path directory;

  @Test
  void readsPartsFromOutsideAndShowsNoPathWithOne() {
    EndpointFile file =
        new EndpointFile(directory, Map.of("HOOK", "ci.example.com/T0/marked", "KEY", "k"));

    EndpointConfig endpoint = file.read("url: https://${env:HOOK}/x?key=${env:KEY}");

    assertThat(endpoint.url()).isEqualTo(URI.create("https://ci.example.com/T0/marked/x?key=k"));
    assertThat(endpoint).hasToString("endpoint ci at https://ci.example.com/…?…");
  }

  @Test
  void showsThePathOfAUrlThatWasWrittenOut() {
    assertThat(new EndpointFile(directory).read("url: http://me:pw@ci.example.com:81/hook"))
        .hasToString("endpoint ci at http://ci.example.com:81/hook");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "requireHttps: true\nurl: HTTPS://ci.example.com/",
        "requirehttps: true\nurl: https://ci.example.com/",
        "allowedHosts: [ci.example.com]\nurl: http://ci.example.com:81/",
        "allowedhosts: ['*.EXAMPLE.com']\nurl: http://a.CI.example.COM/",
        "allowedHosts: []\nurl: http://ci.example.com/"
      })
  void takesUrlsThatPointWhereTheyMay(String keys) {
    assertThat(new EndpointFile(directory).read(keys).name()).isEqualTo("ci");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "requireHttps: true | http://ci.example.com/ | must begin with https://, because"
            + " requireHttps is true",
        "allowedHosts: a.example.com | http://b.example.com/ | has a host that isn't among"
            + " allowedHosts; add it there if it may be",
        "allowedHosts: '*.example.com' | http://example.com/ | has a host that isn't among"
            + " allowedHosts; add it there if it may be",
        "private: allow | http://${env:BAD}/ | is no URL: Illegal character in authority",
        "private: allow | '${env:FTP}' | must be http://HOST[:PORT]/… or"
            + " https://HOST[:PORT]/…, with a port from 1 to 65535",
        "private: allow | http://a/${file:missing}b} | names the file DIRECTORY/missing, which"
            + " doesn't exist"
      })
  void namesEachMistakeWithItsPlace(String key, String url, String mistake) {
    Map<String, String> environment = Map.of("BAD", "a b", "FTP", "ftp://ci.example.com/");

    List<String> mistakes =
        new EndpointFile(directory, environment).mistakes(key + "\nurl: " + url);

    assertThat(mistakes)
        .containsExactly("6:12: url " + mistake.replace("DIRECTORY", directory.toString()));
  }

  @Test
  void saysNothingOfTheHostOfAUrlThatIsNone() {
    assertThat(new EndpointFile(directory).mistakes("allowedHosts: a\nurl: ftp://b"))
        .singleElement()
        .asString()
        .startsWith("6:12: url must be http://");
  }
}
