package dev.registrynotifications.reload;

import static org.assertj.core.api.Assertions.assertThat;

import dev.registrynotifications.config.EndpointConfig;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

class PausedEndpointTest {

  @Test
  void staysPausedThoughTheOrderCameDuringARequestThatDoesNotEnd() throws Exception {
    try (ServerSocket silent = new ServerSocket(0, 1, InetAddress.getLoopbackAddress());
        Node node = Node.inMemory(EndpointConfig.to("ci", urlOf(silent)).build())) {
      node.push("one");
      try (Socket request = silent.accept()) {
        node.bean("ci").pause();

        Applied applied = node.endpoints().apply(List.of(elsewhere()), Duration.ZERO);

        assertThat(request.isConnected()).isTrue();
        assertThat(applied.lines())
            .containsExactly("Endpoint ci has changed (url); 1 pending; it stays paused");
      }
    }
  }

  private static URI urlOf(ServerSocket socket) {
    return URI.create("http://127.0.0.1:" + socket.getLocalPort() + "/");
  }

  private static EndpointConfig elsewhere() {
    return EndpointConfig.to("ci", URI.create("http://127.0.0.1:1/")).build();
  }
}
