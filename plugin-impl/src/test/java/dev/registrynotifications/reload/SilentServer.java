package dev.registrynotifications.reload;

import dev.registrynotifications.config.EndpointConfig;
import dev.registrynotifications.config.EndpointConfigBuilder;
import dev.registrynotifications.config.TransportConfig;
import dev.registrynotifications.config.TransportConfig.Safety;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** A webhook on loopback that takes requests and doesn't answer them. */
final class SilentServer implements AutoCloseable {

  private static final Duration FOR_EVER = Duration.ofMinutes(5);

  private final List<Socket> requests = new ArrayList<>();
  private final ServerSocket socket;

  SilentServer() throws IOException {
    socket = new ServerSocket(0, 10, InetAddress.getLoopbackAddress());
    socket.setSoTimeout(30_000);
  }

  /** An endpoint there that waits for an answer. */
  EndpointConfigBuilder endpoint(String name) {
    TransportConfig byDefault = TransportConfig.DEFAULT;
    return EndpointConfig.to(name, URI.create("http://127.0.0.1:" + socket.getLocalPort() + "/"))
        .transport(
            new TransportConfig(FOR_EVER, byDefault.tls(), byDefault.proxy(), Safety.ANYWHERE));
  }

  /** Waits for a request. */
  void awaitRequest() throws IOException {
    requests.add(socket.accept());
  }

  /** Ends all requests without an answer, and takes no other. */
  void hangUp() throws IOException {
    socket.close();
    for (Socket request : requests) {
      request.close();
    }
  }

  @Override
  public void close() throws IOException {
    hangUp();
  }
}
