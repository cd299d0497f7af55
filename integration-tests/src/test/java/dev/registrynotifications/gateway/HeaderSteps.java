package dev.registrynotifications.gateway;

import static dev.registrynotifications.gateway.Things.CONFIG;
import static dev.registrynotifications.gateway.Things.ONE;
import static java.nio.charset.StandardCharsets.UTF_8;

import dev.registrynotifications.cases.RawRequest;
import java.util.List;

/** Requests come through proxies, or say so. */
final class HeaderSteps {

  private static final String PATH = ONE.blob(CONFIG.digest());

  static final List<Step> ALL =
      List.of(
          step("for one", "X-Forwarded-For", "203.0.113.7"),
          step("for several", "X-Forwarded-For", "203.0.113.7, 10.0.0.1"),
          step("for IPv6", "X-Forwarded-For", "2001:db8::1"),
          step("for nobody", "X-Forwarded-For", "unknown, 10.0.0.1"),
          step("for a real one", "X-Real-Ip", "203.0.113.9"),
          step("by protocol", "X-Forwarded-Proto", "https"),
          step("by several protocols", "X-Forwarded-Proto", "https, http"),
          step("by host", "X-Forwarded-Host", "hub.example.com"),
          step("by several hosts", "X-Forwarded-Host", "hub.example.com, inner:5000"),
          step(
              "by host and port",
              "X-Forwarded-Host",
              "hub.example.com:8443",
              "X-Forwarded-Proto",
              "https",
              "X-Forwarded-Port",
              "9"),
          step("by the standard", "Forwarded", "for=203.0.113.8;proto=https;host=hub.example.com"),
          step("with a request id", "X-Request-Id", "mine"),
          step("with credentials", "Authorization", "Basic YWxpY2U6c2VjcmV0"),
          new Step(
              "to another host", "200", registry -> registry.send(raw("registry.example.com"))),
          new Step(
              "to another host and port",
              "200",
              registry -> registry.send(raw("registry.example.com:5000"))));

  private HeaderSteps() {}

  private static Step step(String name, String... headers) {
    return new Step("forwarded " + name, "200", registry -> registry.get(PATH, headers));
  }

  private static RawRequest raw(String host) {
    return new RawRequest(PATH, host, "User-Agent: to another host\r\n", UTF_8);
  }
}
