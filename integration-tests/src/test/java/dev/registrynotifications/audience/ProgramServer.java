package dev.registrynotifications.audience;

import dev.registrynotifications.receiver.ReceivedPost;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.eclipse.jetty.io.Content;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;
import org.eclipse.jetty.util.Callback;
import org.eclipse.jetty.util.thread.QueuedThreadPool;

/**
 * Runs a program behind a web server on the loopback interface.
 *
 * <p>Jetty rather than the JDK's server, which other tests use: it answers what is too long before
 * it has read it, as proxies in front of receivers do.
 */
public final class ProgramServer implements AutoCloseable {

  private static final int MAX_THREADS = 32;
  private static final int MIN_THREADS = 2;

  private final Ledger ledger = new Ledger();
  private final Server server;
  private final ServerConnector connector;

  private ProgramServer(Program program, long maxBytes) {
    QueuedThreadPool threads = new QueuedThreadPool(MAX_THREADS, MIN_THREADS);
    threads.setDaemon(true);
    server = new Server(threads);
    connector = new ServerConnector(server, 1, 1);
    connector.setHost("127.0.0.1");
    server.addConnector(connector);
    server.setHandler(new ProgramHandler(program, ledger, maxBytes, InstantSource.system()));
  }

  /** Starts one on a free port. */
  public static ProgramServer start(Program program) {
    return startLimited(Long.MAX_VALUE, program);
  }

  /** Starts one that answers requests with longer bodies with 413. */
  public static ProgramServer startLimited(long maxBytes, Program program) {
    ProgramServer receiver = new ProgramServer(program, maxBytes);
    try {
      receiver.server.start();
      return receiver;
    } catch (Exception e) {
      throw new IllegalStateException("Could not start a receiver: " + e.getMessage(), e);
    }
  }

  /** Where to post to. */
  public String url() {
    return "http://127.0.0.1:" + connector.getLocalPort() + "/hook";
  }

  /** What it has got so far. */
  public Ledger ledger() {
    return ledger;
  }

  @Override
  public void close() {
    try {
      server.stop();
    } catch (Exception e) {
      throw new IllegalStateException("Could not stop a receiver: " + e.getMessage(), e);
    }
  }

  /** Jetty's way in. */
  private static final class ProgramHandler extends Handler.Abstract {

    private final Program program;
    private final Ledger ledger;
    private final long maxBytes;
    private final InstantSource clock;

    ProgramHandler(Program program, Ledger ledger, long maxBytes, InstantSource clock) {
      this.program = program;
      this.ledger = ledger;
      this.maxBytes = maxBytes;
      this.clock = clock;
    }

    @Override
    public boolean handle(Request request, Response response, Callback callback)
        throws IOException {
      Reply reply = reply(request);
      if (reply.isRefusal()) {
        ledger.refuse(reply);
      }
      response.setStatus(reply.status());
      Content.Sink.write(response, true, reply.why(), callback);
      return true;
    }

    private Reply reply(Request request) throws IOException {
      if (request.getLength() > maxBytes) {
        return Reply.refusal(413, request.getLength() + " bytes");
      }
      try {
        return program.take(read(request), ledger);
      } catch (RuntimeException e) {
        return Reply.refusal(500, e.toString());
      }
    }

    private ReceivedPost read(Request request) throws IOException {
      ByteBuffer body = Content.Source.asByteBuffer(request);
      Map<String, List<String>> headers = new HashMap<>();
      for (String name : request.getHeaders().getFieldNamesCollection()) {
        headers.put(name, request.getHeaders().getValuesList(name));
      }
      String path = request.getHttpURI().getPathQuery();
      return new ReceivedPost(request.getMethod(), path, headers, body, clock.instant());
    }
  }
}
