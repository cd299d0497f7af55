package dev.registrynotifications.plugin;

import static org.assertj.core.api.Assertions.assertThat;

import dev.registrynotifications.event.ActorRecord;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ForwardedRequestTest {

  private final Map<String, String> headers = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);

  @Test
  void describesARequestWithoutAProxy() {
    headers.put("Host", "registry.example:81");
    headers.put("User-Agent", "curl/8 \u00c3\u00a9");

    RequestContext context = contextOf("127.0.0.1", "");

    assertThat(context.request().id()).isEqualTo("id");
    assertThat(context.request().method()).isEqualTo("PUT");
    assertThat(context.request().addr()).isEqualTo("127.0.0.1:40000");
    assertThat(context.request().host()).isEqualTo("registry.example:81");
    assertThat(context.request().userAgent()).isEqualTo("curl/8 \u00e9");
    assertThat(context.baseUrl()).hasToString("http://registry.example:81/");
    assertThat(context.actor()).isEqualTo(new ActorRecord("alice"));
  }

  @Test
  void believesProxies() {
    headers.put("Host", "inner");
    headers.put("X-Forwarded-For", "203.0.113.7, 10.0.0.1");
    headers.put("X-Forwarded-Proto", "https, http");
    headers.put("X-Forwarded-Host", "hub.example:8443, inner");

    RequestContext context = contextOf("127.0.0.1", "");

    assertThat(context.request().addr()).isEqualTo("203.0.113.7");
    assertThat(context.request().host()).isEqualTo("inner");
    assertThat(context.baseUrl()).hasToString("https://hub.example:8443/");
  }

  @Test
  void believesTheOtherHeaderOfProxiesAboutTheAddress() {
    headers.put("X-Forwarded-For", "nobody");
    headers.put("X-Real-Ip", "2001:db8::1");

    assertThat(contextOf("::1", "").request().addr()).isEqualTo("2001:db8::1");
  }

  @Test
  void takesNoProxyForTheClient() {
    headers.put("X-Forwarded-For", "unknown, 10.0.0.1");

    assertThat(contextOf("127.0.0.1", "").request().addr()).isEqualTo("127.0.0.1:40000");
  }

  @Test
  void believesTheStandardsHeaderMoreThanTheOthers() {
    headers.put("Host", "inner");
    headers.put(
        "Forwarded", "for=192.0.2.60; Proto=https ;host=\"hub\\.example:8443\", host=inner");
    headers.put("X-Forwarded-Proto", "http");
    headers.put("X-Forwarded-Host", "other.example");

    assertThat(contextOf("127.0.0.1", "").baseUrl()).hasToString("https://hub.example:8443/");
  }

  @ParameterizedTest
  @ValueSource(strings = {"for=192.0.2.60", "", "nonsense", ";=\"", "host=, host=other.example"})
  void takesTheHostAskedForWhereTheStandardsHeaderTellsNone(String forwarded) {
    headers.put("Host", "hub.example");
    headers.put("Forwarded", forwarded);

    assertThat(contextOf("127.0.0.1", "").baseUrl()).hasToString("http://hub.example/");
  }

  @Test
  void putsAnAddressWithColonsIntoBrackets() {
    assertThat(contextOf("::1", "").request().addr()).isEqualTo("[::1]:40000");
  }

  @Test
  void knowsARegistryThatHasAPathOfItsOwn() {
    headers.put("Host", "registry.example");

    assertThat(contextOf("127.0.0.1", "/hub").baseUrl())
        .hasToString("http://registry.example/hub/");
  }

  @Test
  void takesTheServersOwnAddressWhereNoHeaderHasAUsableOne() {
    headers.put("Host", "no host");
    headers.put("X-Forwarded-Host", "evil/path");

    assertThat(contextOf("127.0.0.1", "/hub").baseUrl()).hasToString("http://127.0.0.1:5000/hub/");
  }

  private RequestContext contextOf(String peer, String contextPath) {
    return new ForwardedRequest(headers::get, "http", contextPath, peer, 40_000, 5_000)
        .toContext("id", "PUT", new ActorRecord("alice"));
  }
}
