package dev.registrynotifications.config.reader;

import static org.assertj.core.api.Assertions.assertThat;

import dev.registrynotifications.config.Glob;
import dev.registrynotifications.config.TlsConfig;
import dev.registrynotifications.config.TransportConfig;
import dev.registrynotifications.config.TransportConfig.Proxy;
import dev.registrynotifications.config.TransportConfig.Safety;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TransportReaderTest {

  @TempDir private Path directory;

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "timeout:\nproxy:\nrequireHttps:\nallowedHosts:\nprivate:",
        "timeout: 0\nrequireHttps: false\nallowedHosts: []\nprivate: allow"
      })
  void goesAnyWayToAnyPlaceByDefault(String keys) {
    assertThat(read(keys)).isEqualTo(TransportConfig.DEFAULT);
  }

  @Test
  void readsEveryKey() {
    TransportConfig transport =
        read(
            """
            url: https://hooks.example.com/
            timeout: 3s
            proxy: http://proxy.example.com:3128
            requireHttps: true
            allowedHosts: [hooks.example.com, "*.Internal.example.com"]
            private: deny
            """);

    assertThat(transport)
        .isEqualTo(
            new TransportConfig(
                Duration.ofSeconds(3),
                TlsConfig.DEFAULT,
                new Proxy.At(URI.create("http://proxy.example.com:3128")),
                new Safety(
                    true,
                    List.of(Glob.parse("hooks.example.com"), Glob.parse("*.internal.example.com")),
                    true)));
  }

  @Test
  void goesAroundTheJvmsProxyIfItIsTold() {
    assertThat(read("proxy: none").proxy()).isEqualTo(new Proxy.None());
  }

  @Test
  void readsTheProxyFromOutside() {
    EndpointFile file = new EndpointFile(directory, Map.of("PROXY", "http://[::1]:3128/"));

    assertThat(file.read("proxy: ${env:PROXY}").transport().proxy())
        .isEqualTo(new Proxy.At(URI.create("http://[::1]:3128/")));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "direct",
        "''",
        "proxy.example.com:3128",
        "http://proxy.example.com",
        "http://proxy.example.com:0",
        "http://proxy.example.com:65536",
        "http://proxy.example.com:3128/path",
        "http://proxy.example.com:3128?a",
        "http://proxy.example.com:3128#a",
        "http://user:pw@proxy_1:3128",
        "http:proxy",
        "http://a b:3128",
        "socks://proxy.example.com:1080"
      })
  void refusesWhatIsNoProxyWithoutQuotingIt(String proxy) {
    assertThat(mistakes("proxy: \"" + proxy.replace("'", "") + "\""))
        .containsExactly(
            "5:14: proxy must be none or http://HOST:PORT, with a port from 1 to 65535");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "proxy: https://a.example.com:443  | 5:14: proxy must be http://HOST:PORT: the HTTP client"
            + " speaks no TLS to a proxy",
        "proxy: http://u:pw@a.example.com:1 | 5:14: proxy must have no user information: the HTTP"
            + " client sends none to a proxy",
        "proxy: [none]        | 5:14: proxy must be a single value, not a list",
        "proxy: ${env:PROXY}  | 5:14: proxy names the environment variable PROXY, which isn't set",
        "requireHttps: always | 5:21: requireHttps must be true or false, not \"always\"",
        "allowedHosts: ['a[']     | 5:22: allowedHosts has \"a[\", which is no glob: Missing ']",
        "private: never       | 5:16: private must be allow or deny, not \"never\"",
        "timeout: 500         | 5:16: timeout has no unit (distribution would read nanoseconds);"
            + " write \"500ms\" or \"500s\""
      })
  void namesEachMistakeWithItsPlace(String keys, String mistake) {
    assertThat(mistakes(keys)).containsExactly(mistake);
  }

  private TransportConfig read(String keys) {
    return new EndpointFile(directory).read(keys).transport();
  }

  private List<String> mistakes(String keys) {
    return new EndpointFile(directory).mistakes(keys);
  }
}
