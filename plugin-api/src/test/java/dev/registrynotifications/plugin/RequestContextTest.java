package dev.registrynotifications.plugin;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.registrynotifications.event.ActorRecord;
import dev.registrynotifications.event.RequestRecord;
import java.net.URI;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RequestContextTest {

  private static final RequestRecord REQUEST =
      new RequestRecord("1", "127.0.0.1:5", "hub.example.com", "GET", "test");

  @ParameterizedTest
  @ValueSource(strings = {"https://hub.example.com/", "http://localhost:5000/registry/"})
  void takesTheRootOfARegistry(String url) {
    assertThat(context(url).baseUrl()).hasToString(url);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/registry/",
        "https://hub.example.com",
        "https://hub.example.com/registry",
        "https://hub.example.com/?to=/",
        "https://hub.example.com/#/"
      })
  void refusesWhatNothingCanBeAppendedTo(String url) {
    assertThatThrownBy(() -> context(url))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining(url);
  }

  private static RequestContext context(String url) {
    return new RequestContext(REQUEST, ActorRecord.UNKNOWN, URI.create(url));
  }
}
