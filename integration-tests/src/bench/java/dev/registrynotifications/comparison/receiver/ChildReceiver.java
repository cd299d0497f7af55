package dev.registrynotifications.comparison.receiver;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.io.BufferedReader;
import java.io.BufferedWriter;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.util.Base64;

/**
 * A receiver in a process of its own, so that its CPU time isn't that of who loads the registries,
 * and a port that it keeps while it doesn't listen. Confined to one thread.
 */
public final class ChildReceiver implements AutoCloseable {

  private final Process process;
  private final BufferedWriter commands;
  private final BufferedReader answers;
  private final int port;

  private ChildReceiver(Process process) throws IOException {
    this.process = process;
    this.commands = process.outputWriter();
    this.answers = process.inputReader();
    this.port = Integer.parseInt(listen(0, Behaviour.PROMPT));
    refuse();
  }

  /** Starts it; it refuses connections. */
  public static ChildReceiver start() throws IOException {
    Process process =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx256m",
                "-XX:+UseSerialGC",
                "-cp",
                System.getProperty("java.class.path"),
                ReceiverProcess.class.getName())
            .redirectError(ProcessBuilder.Redirect.INHERIT)
            .start();
    try {
      return new ChildReceiver(process);
    } catch (IOException | RuntimeException e) {
      process.destroyForcibly();
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
    process.destroyForcibly().onExit().join();
  }

  private String listen(int wanted, Behaviour behaviour) throws IOException {
    return ask(ReceiverProcess.LISTEN + " " + wanted + " " + behaviour.text());
  }

  private String ask(String command) throws IOException {
    commands.write(command + "\n");
    commands.flush();
    String answer = answers.readLine();
    if (answer == null) {
      throw new IOException("Could not ask the receiver to " + command + ": it has ended");
    }
    return answer;
  }
}
