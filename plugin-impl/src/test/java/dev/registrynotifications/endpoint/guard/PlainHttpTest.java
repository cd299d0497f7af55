package dev.registrynotifications.endpoint.guard;

import static org.assertj.core.api.Assertions.assertThat;

import dev.registrynotifications.config.EndpointConfig;
import java.net.URI;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PlainHttpTest {

  @Test
  void warnsOfAnEndpointThatIsNotifiedOverPlainHttp() {
    assertThat(PlainHttp.warning(endpoint("http://user:secret@ci.example/hook?token=secret")))
        .get()
        .asString()
        .startsWith(
            "Endpoint ci is notified over plain http: anybody on the way can read and change its"
                + " events; ")
        .doesNotContain("secret");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"http://10.0.0.1/", "http://localhost.example/", "http://127.0.0.1.example/"})
  void warnsOfWhatOnlyLooksLikeThisMachine(String url) {
    assertThat(PlainHttp.warning(endpoint(url))).isPresent();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "https://ci.example/",
        "HTTPS://ci.example/",
        "http://localhost:8080/",
        "http://LOCALHOST/",
        "http://127.0.0.1:8080/",
        "http://127.8.8.8/",
        "http://[::1]:8080/"
      })
  void isSilentAboutEncryptionAndThisMachine(String url) {
    assertThat(PlainHttp.warning(endpoint(url))).isEmpty();
  }

  private static EndpointConfig endpoint(String url) {
    return EndpointConfig.to("ci", URI.create(url)).build();
  }
}
