package dev.registrynotifications.host.gateway;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class UpstreamTest {

  @ParameterizedTest
  @CsvSource({
    "http://127.0.0.1:5000, http://127.0.0.1:5000/",
    "http://127.0.0.1:5000/, http://127.0.0.1:5000/",
    "https://hub.example, https://hub.example/",
    "http://[::1]:5000, http://[::1]:5000/",
  })
  void isARegistrysRoot(String url, String root) {
    assertThat(Upstream.parse(url).root()).hasToString(root);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "127.0.0.1:5000",
        "ftp://hub.example",
        "http://",
        "http:hub",
        "http://hub.example/path",
        "http://hub.example/?a",
        "http://hub.example/#a",
        "http://alice:secret@hub.example",
        "http://alice:secret@hub.example/a b",
      })
  void isNothingElse(String url) {
    assertThatThrownBy(() -> Upstream.parse(url))
        .isInstanceOf(IllegalArgumentException.class)
        .message()
        .doesNotContain("secret");
  }

  @ParameterizedTest
  @CsvSource({
    "http://127.0.0.1:5001/v2/a/blobs/uploads/1?_state=x, /v2/a/blobs/uploads/1?_state=x",
    "http://127.0.0.1:50011/v2/, http://127.0.0.1:50011/v2/",
    "/v2/a/blobs/uploads/1, /v2/a/blobs/uploads/1",
    "https://storage.example.com/a, https://storage.example.com/a"
  })
  void keepsClientsFromGoingPastTheGateway(String location, String seen) {
    assertThat(Upstream.parse("http://127.0.0.1:5001").asSeenThrough(location)).isEqualTo(seen);
  }
}
