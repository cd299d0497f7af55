package dev.registrynotifications.bench.webhook;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.io.IOException;
import java.io.OutputStream;
import java.net.Socket;
import java.util.Optional;
import java.util.function.Consumer;

/** Answers all requests of a connection, and tells their heads. */
record Answering(Consumer<String> heads) implements ListeningWebhook.Conversation {

  private static final byte[] ANSWER = Webhook.ANSWER.getBytes(ISO_8859_1);

  @Override
  public void hold(Socket connection) throws IOException {
    try (connection) {
      connection.setTcpNoDelay(true);
      RequestReader requests = new RequestReader(connection.getInputStream());
      OutputStream out = connection.getOutputStream();
      for (Optional<String> head = requests.next(); head.isPresent(); head = requests.next()) {
        heads.accept(head.get());
        out.write(ANSWER);
      }
    }
  }
}
