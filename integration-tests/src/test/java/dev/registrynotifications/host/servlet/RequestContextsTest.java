package dev.registrynotifications.host.servlet;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.registrynotifications.event.ActorRecord;
import dev.registrynotifications.event.RequestRecord;
import dev.registrynotifications.host.api.ApiFixture;
import dev.registrynotifications.plugin.RequestContext;
import java.io.IOException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class RequestContextsTest extends ApiFixture {

  @Test
  void describesRequest() throws IOException {
    RequestContext context = contextOf("Host: registry.example:81\r\nUser-Agent: curl/8\r\n");

    RequestRecord request = context.request();
    assertThat(request.method()).isEqualTo("GET");
    assertThat(request.host()).isEqualTo("registry.example:81");
    assertThat(request.userAgent()).isEqualTo("curl/8");
    assertThat(request.addr()).matches("127\\.0\\.0\\.1:\\d+");
    assertThat(context.actor()).isEqualTo(ActorRecord.UNKNOWN);
    assertThat(context.baseUrl()).hasToString("http://registry.example:81/");
  }

  @Test
  void namesEachRequestItself() throws IOException {
    String first = contextOf("Host: a\r\nX-Request-Id: mine\r\n").request().id();
    String second = contextOf("Host: a\r\nX-Request-Id: mine\r\n").request().id();

    assertThat(first)
        .matches("[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}");
    assertThat(second).isNotEqualTo(first);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "X-Forwarded-For: 203.0.113.7|203.0.113.7",
        "X-Forwarded-For: 203.0.113.7, 10.0.0.1|203.0.113.7",
        "X-Forwarded-For: 2001:db8::1|2001:db8::1",
        "X-Real-Ip: 203.0.113.8|203.0.113.8",
        "X-Forwarded-For: unknown%X-Real-Ip: 203.0.113.8|203.0.113.8",
        "X-Forwarded-For: 203.0.113.7%X-Real-Ip: 203.0.113.8|203.0.113.7",
      })
  void believesProxyAboutAddress(String headers, String address) throws IOException {
    String lines = headers.replace("%", "\r\n") + "\r\n";

    assertThat(contextOf("Host: a\r\n" + lines).request().addr()).isEqualTo(address);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "unknown",
        "unknown, 10.0.0.1",
        "999.1.1.1",
        "1.2.3",
        "1.2.3.04",
        ":::",
        "localhost",
        ""
      })
  void takesPeerWhereProxyTellsNoAddress(String forwarded) throws IOException {
    String headers = "Host: a\r\nX-Forwarded-For: " + forwarded + "\r\n";

    assertThat(contextOf(headers).request().addr()).startsWith("127.0.0.1:");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "X-Forwarded-Proto: https|https://registry.example/",
        "X-Forwarded-Host: hub.example|http://hub.example/",
        "X-Forwarded-Host: hub.example:8443, inner|http://hub.example:8443/",
        "X-Forwarded-Proto: https%X-Forwarded-Host: hub.example|https://hub.example/",
        "X-Forwarded-Host: no host|http://registry.example/",
        "X-Forwarded-Host: evil/path|http://registry.example/",
        "X-Forwarded-Proto: :|http://registry.example/",
      })
  void believesProxyAboutUrlButNotAboutHost(String headers, String baseUrl) throws IOException {
    String lines = headers.replace("%", "\r\n") + "\r\n";

    RequestContext context = contextOf("Host: registry.example\r\n" + lines);

    assertThat(context.baseUrl()).hasToString(baseUrl);
    assertThat(context.request().host()).isEqualTo("registry.example");
  }

  @Test
  void readsUserAgentAsUtf8() throws IOException {
    String agent = "ua <a href=\"x\">&\\ é\u2028end";
    String bytes = new String(agent.getBytes(UTF_8), ISO_8859_1);

    RequestContext context = contextOf("Host: a\r\nUser-Agent: " + bytes + "\r\n");

    assertThat(context.request().userAgent()).isEqualTo(agent);
  }

  @Test
  void replacesWhatIsNoUtf8InUserAgent() throws IOException {
    RequestContext context = contextOf("Host: a\r\nUser-Agent: latin1-\u00e9-x\r\n");

    assertThat(context.request().userAgent()).isEqualTo("latin1-\ufffd-x");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "User-Agent:\r\n"})
  void hasEmptyUserAgentWhereThereIsNone(String header) throws IOException {
    assertThat(contextOf("Host: a\r\n" + header).request().userAgent()).isEmpty();
  }

  private RequestContext contextOf(String headers) throws IOException {
    String head = "GET /v2/a/tags/list HTTP/1.1\r\n" + headers + "Connection: close\r\n\r\n";
    assertThat(RawExchange.send(server.uri(), head)).startsWith("HTTP/1.1 404 ");
    return recorder.lastContext();
  }
}
