package dev.registrynotifications.host.gateway;

import dev.registrynotifications.host.servlet.RawExchange;
import java.io.IOException;
import java.net.URI;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;

/** A gateway on a port of its own, without plugins. */
abstract class GatewayFixture {

  private Gateway gateway;

  @BeforeEach
  void bindGateway() throws IOException {
    gateway = Gateway.bind("127.0.0.1", 0);
  }

  @AfterEach
  void stopGateway() {
    gateway.close();
  }

  void startBefore(Upstream upstream) {
    gateway.start(upstream, GatewayPlugins.none(), Optional.empty());
  }

  URI uri(String path) {
    return gateway.uri().resolve(path);
  }

  /** Sends a request, whose lines are given without their ends, and a body; returns the answer. */
  String exchange(String body, String... lines) throws IOException {
    String head = String.join("\r\n", lines) + "\r\nConnection: close\r\n\r\n";
    return RawExchange.send(gateway.uri(), head + body);
  }
}
