package dev.registrynotifications.endpoint.send;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.google.common.base.Throwables;
import dev.registrynotifications.config.EndpointConfig;
import java.io.IOException;
import java.net.ConnectException;
import java.net.ProtocolException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpClient.Redirect;
import java.net.http.HttpClient.Version;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpTimeoutException;
import java.nio.channels.UnresolvedAddressException;
import java.util.Base64;
import org.jspecify.annotations.Nullable;

/**
 * Posts envelopes to a webhook over one connection that is kept alive.
 *
 * <p>The client's work is done on the calling thread and the client's own selector thread ({@code
 * executor(Runnable::run)}, safe because {@link BoundedDiscard} never blocks); the default executor
 * costs twice the CPU per request. HTTP/1.1 because the default sends an upgrade header with every
 * clear-text request.
 */
final class HttpSender implements Sender {

  static final long MAX_BODY_BYTES = 64 * 1024;
  private static final int MAX_REASON_LENGTH = 200;

  private final HttpClient client;
  private final HttpRequest.Builder template;
  private final EndpointConfig config;

  HttpSender(EndpointConfig config, String userAgent) {
    this.config = config;
    Tls tls = Tls.of(config.name(), config.transport().tls());
    this.client =
        HttpClient.newBuilder()
            .sslContext(tls.context())
            .sslParameters(tls.parameters())
            .version(Version.HTTP_1_1)
            .executor(Runnable::run)
            .followRedirects(Redirect.NEVER)
            .connectTimeout(config.transport().timeout())
            .build();
    this.template = template(config, userAgent);
  }

  private static HttpRequest.Builder template(EndpointConfig config, String userAgent) {
    HttpRequest.Builder template =
        HttpRequest.newBuilder(withoutUserInfo(config.url()))
            .timeout(config.transport().timeout())
            .header("Content-Type", config.format().mediaType());
    config.headers().forEach((name, values) -> values.forEach(v -> template.header(name, v)));
    if (!hasHeader(config, "User-Agent")) {
      template.header("User-Agent", userAgent);
    }
    String userInfo = config.url().getUserInfo();
    if (userInfo != null && !hasHeader(config, "Authorization")) {
      String credentials = Base64.getEncoder().encodeToString(userInfo.getBytes(UTF_8));
      template.header("Authorization", "Basic " + credentials);
    }
    return template;
  }

  private static boolean hasHeader(EndpointConfig config, String name) {
    return config.headers().keySet().stream().anyMatch(name::equalsIgnoreCase);
  }

  private static URI withoutUserInfo(URI url) {
    String userInfo = url.getRawUserInfo();
    return userInfo == null ? url : URI.create(url.toString().replaceFirst("//[^/@]*@", "//"));
  }

  @Override
  public DeliveryResult send(Delivery delivery) throws InterruptedException {
    HttpRequest.Builder request = template.copy();
    delivery.headers().forEach(request::setHeader);
    request.POST(BodyPublishers.ofByteArray(delivery.body()));
    try {
      HttpResponse<@Nullable Void> response =
          client.send(
              request.build(),
              head -> new BoundedDiscard(MAX_BODY_BYTES, config.transport().timeout()));
      return new DeliveryResult.Answered(response.statusCode());
    } catch (ProtocolException e) {
      return new DeliveryResult.Garbled(brief(e));
    } catch (IOException e) {
      return new DeliveryResult.Failed(reason(e));
    }
  }

  private String reason(IOException failure) {
    if (failure instanceof HttpTimeoutException) {
      return "no answer within " + config.transport().timeout().toMillis() + " ms";
    }
    if (failure instanceof ConnectException) {
      return isUnresolved(failure)
          ? "its host " + config.url().getHost() + " isn't known"
          : "it can't be connected to";
    }
    return brief(failure);
  }

  /** The client quotes what it was sent, which may be anything, at any length. */
  private static String brief(IOException failure) {
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
