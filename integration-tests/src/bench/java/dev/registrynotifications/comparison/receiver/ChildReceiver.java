package dev.registrynotifications.comparison.receiver;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import dev.registrynotifications.bench.run.ChildJvm;
import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.util.Base64;
import java.util.List;

/**
 * A receiver in a process of its own, so that its CPU time isn't that of who loads the registries,
 * and a port that it comes back to when it has not listened for a while. Confined to one thread.
 */
public final class ChildReceiver implements AutoCloseable {

  private static final Duration TO_ANSWER = Duration.ofSeconds(60);

  private final ChildJvm jvm;
  private final int port;

  private ChildReceiver(ChildJvm jvm) throws IOException {
    this.jvm = jvm;
    this.port = Integer.parseInt(listen(0, Behaviour.PROMPT));
    refuse();
  }

  /** Starts it; it refuses connections. */
  public static ChildReceiver start() throws IOException {
    ChildJvm jvm = ChildJvm.start(List.of("-Xmx256m", "-XX:+UseSerialGC"), ReceiverProcess.class);
    try {
      return new ChildReceiver(jvm);
    } catch (IOException | RuntimeException e) {
      jvm.close();
      throw e;
    }
  }

  /** Where it can be reached while it listens, ending in a slash. */
  public URI uri() {
    return URI.create("http://127.0.0.1:" + port + "/");
  }

  /** Lets connections in, and counts anew. */
  public void listen(Behaviour behaviour) throws IOException {
    String unused = listen(port, behaviour);
  }

  /** Closes all connections and refuses new ones. */
  public void refuse() throws IOException {
    String unused = ask(ReceiverProcess.REFUSE);
  }

  /** What has come since it began to listen. */
  public Tally tally() throws IOException {
    return Tally.parse(ask(ReceiverProcess.TALLY));
  }

  /** The body that has come first since it began to listen. */
  public RawBody sample() throws IOException {
    byte[] body = Base64.getDecoder().decode(ask(ReceiverProcess.SAMPLE));
    return new RawBody(new String(body, ISO_8859_1));
  }

  @Override
  public void close() {
    jvm.close();
  }

  private String listen(int wanted, Behaviour behaviour) throws IOException {
    return ask(ReceiverProcess.LISTEN + " " + wanted + " " + behaviour.text());
  }

  private String ask(String command) throws IOException {
    jvm.tell(command);
    return jvm.line(TO_ANSWER);
  }
}
