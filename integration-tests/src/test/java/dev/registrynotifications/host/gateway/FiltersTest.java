package dev.registrynotifications.host.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import dev.registrynotifications.host.servlet.RawExchange;
import jakarta.servlet.FilterRegistration;
import jakarta.servlet.ServletContext;
import java.io.IOException;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class FiltersTest {

  private final RecordingFilter filter = new RecordingFilter();

  @Test
  void seeAnAnswerWithoutBodyBeforeTheClientDoes() throws Exception {
    String answer = answer("HTTP/1.1 201 Created\r\nContent-Length: 0\r\n\r\n");

    assertThat(answer).startsWith("HTTP/1.1 201 ").contains("\r\nContent-Length: 0\r\n");
    assertThat(filter.seen()).containsExactly("flush 201");
  }

  @Test
  void seeTheBytesOfAnAnswer() throws Exception {
    String answer = answer("HTTP/1.1 200 OK\r\nContent-Length: 3\r\n\r\nabc");

    assertThat(answer).startsWith("HTTP/1.1 200 ").endsWith("\r\n\r\nabc");
    assertThat(filter.seen()).containsExactly("3 bytes");
  }

  private String answer(String upstreams) throws IOException {
    try (RawUpstream upstream = RawUpstream.answering(upstreams);
        Gateway gateway = Gateway.bind("127.0.0.1", 0)) {
      gateway.start(upstream.upstream(), (classes, context) -> register(context), Optional.empty());
      return RawExchange.send(
          gateway.uri(), "PUT /v2/a HTTP/1.1\r\nHost: a\r\nConnection: close\r\n\r\n");
    }
  }

  private void register(ServletContext context) {
    FilterRegistration.Dynamic registration = context.addFilter("recording", filter);
    registration.setAsyncSupported(true);
    registration.addMappingForUrlPatterns(null, false, "/*");
  }
}
