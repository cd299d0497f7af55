package dev.registrynotifications.endpoint.http;

import com.google.common.base.Throwables;
import dev.registrynotifications.endpoint.attempt.Delivery;
import dev.registrynotifications.endpoint.attempt.DeliveryResult;
import dev.registrynotifications.endpoint.attempt.DeliveryResult.Answered;
import dev.registrynotifications.endpoint.attempt.DeliveryResult.Failed;
import dev.registrynotifications.endpoint.attempt.DeliveryResult.Garbled;
import dev.registrynotifications.endpoint.attempt.Interim.HungUp;
import dev.registrynotifications.endpoint.attempt.Interim.Redirected;
import dev.registrynotifications.endpoint.attempt.Sender;
import java.io.IOException;
import java.net.ConnectException;
import java.net.ProtocolException;
import java.net.http.HttpClient;
import java.net.http.HttpHeaders;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandler;
import java.net.http.HttpTimeoutException;
import java.nio.channels.UnresolvedAddressException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;

/** Posts envelopes to one URL over connections that are kept alive, each in one request. */
public final class HttpSender implements Sender {

  public static final long MAX_BODY_BYTES = 64 * 1024;
  public static final int MAX_EXCERPT_BYTES = 512;
  private static final int MAX_REASON_LENGTH = 200;
  private static final Set<Integer> FOLLOWED = Set.of(301, 302, 307, 308);

  /**
   * How the client of JDK 17 says that a connection ended before the first byte of an answer, be it
   * by a close or a reset, and be it while the request was still going out (a broken pipe); the
   * latter is the close of HTTP/2 (RFC 9113, 6.8).
   */
  private static final List<String> HUNG_UP =
      List.of("header parser received no bytes", "GOAWAY received");

  private final Supplier<HttpClient> client;
  private final HttpRequest request;
  private final Deadlines deadlines;
  private final Redaction redaction;
  private final RetryAfter retryAfter;

  /**
   * Makes a sender.
   *
   * @param client does the work, of other senders of the endpoint, too; the same at each call
   * @param request what is sent, but for what a delivery has
   * @param deadlines by when an answer must have begun, and once more, by when it must have ended
   * @param retryAfter understands what an answer says about the next attempt
   */
  public HttpSender(
      Supplier<HttpClient> client,
      HttpRequest request,
      Deadlines deadlines,
      RetryAfter retryAfter) {
    this.client = client;
    this.request = request;
    this.deadlines = deadlines;
    this.redaction = Redaction.of(request.headers(), request.uri());
    this.retryAfter = retryAfter;
  }

  @Override
  public DeliveryResult send(Delivery delivery) throws InterruptedException {
    HttpClient ready;
    try {
      // Before any deadline begins: the first one takes its time.
      ready = client.get();
    } catch (IllegalStateException e) {
      // The JVM can't read what it trusts: no reason to give an event up, or to stop trying.
      return new Failed(brief(e));
    }
    HttpRequest.Builder post = HttpRequest.newBuilder(request, (name, value) -> true);
    delivery.headers().forEach(post::setHeader);
    try {
      return attempt(ready, post.POST(BodyPublishers.ofByteArray(delivery.body())).build());
    } catch (ProtocolException | IllegalArgumentException e) {
      // The latter for a Content-Length that is no number: the request itself is built by now.
      return new Garbled(brief(e));
    } catch (IOException e) {
      return isHungUp(e) ? new HungUp() : new Failed(reason(e));
    }
  }

  /** An interrupt makes the client give a request up (documented since JDK 16). */
  private DeliveryResult attempt(HttpClient ready, HttpRequest complete)
      throws IOException, InterruptedException {
    Interruption interruption = new Interruption();
    Deadline answer = deadlines.begin(interruption::strike);
    try {
      HttpResponse<String> response = ready.send(complete, reading(deadlines, answer));
      end(answer, interruption);
      return result(response);
    } catch (InterruptedException e) {
      answer.end();
      if (interruption.end()) {
        return new Failed(tooLate());
      }
      throw e;
    } catch (IOException | RuntimeException | Error e) {
      end(answer, interruption);
      throw e;
    }
  }

  /** Of an interrupt that came when the client had just ended by itself, nothing is left. */
  private static void end(Deadline answer, Interruption interruption) {
    answer.end();
    if (interruption.end()) {
      boolean unused = Thread.interrupted();
    }
  }

  /**
   * Not of this sender: an idle connection keeps the handler of its last answer, and would keep the
   * client by it, whose thread ends with the last reference to the client.
   */
  private static BodyHandler<String> reading(Deadlines deadlines, Deadline answer) {
    return head -> {
      answer.end();
      boolean delivered = new Answered(head.statusCode()).isDelivered();
      return new ExcerptSubscriber(MAX_BODY_BYTES, delivered ? 0 : MAX_EXCERPT_BYTES, deadlines);
    };
  }

  private DeliveryResult result(HttpResponse<String> response) {
    Answered plain = new Answered(response.statusCode());
    HttpHeaders headers = response.headers();
    if (FOLLOWED.contains(plain.status())) {
      return new Redirected(plain.status(), headers.firstValue("Location"));
    }
    if (plain.isDelivered()) {
      return plain;
    }
    Optional<Duration> wait = headers.firstValue("Retry-After").flatMap(retryAfter::read);
    return new Answered(plain.status(), wait, redaction.redact(response.body()));
  }

  private static boolean isHungUp(IOException failure) {
    String message = String.valueOf(failure.getMessage());
    return HUNG_UP.stream().anyMatch(message::contains);
  }

  private String reason(IOException failure) {
    if (failure instanceof HttpTimeoutException) {
      return tooLate();
    }
    if (failure instanceof ConnectException) {
      return isUnresolved(failure)
          ? "its host " + request.uri().getHost() + " isn't known"
          : "it can't be connected to";
    }
    return brief(failure);
  }

  private String tooLate() {
    return "no answer within " + deadlines.timeout().toMillis() + " ms";
  }

  /** The client quotes what it was sent, which may be anything, at any length. */
  private static String brief(Exception failure) {
    String said = failure.getMessage() == null ? failure.toString() : failure.getMessage();
    String message = TlsFailure.reason(failure).orElse(said);
    String printable = message.replaceAll("\\p{Cntrl}", "?");
    return printable.substring(0, Math.min(printable.length(), MAX_REASON_LENGTH));
  }

  /** The client wraps it, more than once, in exceptions without a message. */
  private static boolean isUnresolved(Throwable failure) {
    return Throwables.getCausalChain(failure).stream()
        .anyMatch(UnresolvedAddressException.class::isInstance);
  }
}
