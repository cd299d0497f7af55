package dev.registrynotifications.endpoint.send;

import com.google.common.base.Ticker;
import dev.registrynotifications.config.EndpointConfig;
import dev.registrynotifications.endpoint.attempt.Sender;
import dev.registrynotifications.endpoint.guard.Guard;
import dev.registrynotifications.endpoint.guard.Location;
import dev.registrynotifications.endpoint.guard.PlainHttp;
import dev.registrynotifications.endpoint.guard.Resolver;
import dev.registrynotifications.endpoint.http.Deadlines;
import dev.registrynotifications.endpoint.http.HttpClients;
import dev.registrynotifications.endpoint.http.HttpSender;
import dev.registrynotifications.endpoint.http.RequestTemplate;
import dev.registrynotifications.endpoint.http.RetryAfter;
import dev.registrynotifications.metrics.Answers;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.net.InetAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.time.InstantSource;
import java.util.function.Supplier;

/** Builds what makes one attempt to deliver, one line a hat. */
public final class SenderFactory {

  private static final Logger LOGGER = System.getLogger(SenderFactory.class.getName());

  private final String userAgent;
  private final InstantSource clock;
  private final Ticker ticker;
  private final Resolver resolver;

  /**
   * Makes a factory.
   *
   * @param userAgent sent with each request
   * @param clock tells when a request is signed, and how long it is to a date
   * @param ticker tells how long a request has taken
   */
  public SenderFactory(String userAgent, InstantSource clock, Ticker ticker) {
    this(userAgent, clock, ticker, InetAddress::getAllByName);
  }

  SenderFactory(String userAgent, InstantSource clock, Ticker ticker, Resolver resolver) {
    this.userAgent = userAgent;
    this.clock = clock;
    this.ticker = ticker;
    this.resolver = resolver;
  }

  /** Builds what sends to an endpoint and counts how it ended. */
  public Sender create(EndpointConfig config, Answers answers) {
    PlainHttp.warning(config).ifPresent(warning -> LOGGER.log(Level.WARNING, warning));
    RequestTemplate template = new RequestTemplate(config, userAgent);
    Supplier<HttpClient> client = HttpClients.create(config.name(), config.transport());
    Deadlines deadlines = new Deadlines(config.transport().timeout(), ticker);
    Guard guard = new Guard(config.transport().safety(), resolver);
    Signer signer = new Signer(config.signing());

    Route home =
        target -> {
          Sender sender = request(client, template.home(target).build(), deadlines, guard);
          return isSigned(config) ? new SigningSender(sender, signer, clock) : sender;
        };
    Route away = target -> request(client, template.away(target).build(), deadlines, guard);

    URI url = Location.asAskedFor(config.url());
    Sender sender = new RedirectingSender(url, home, away);
    sender = new NeverThrowingSender(config.name(), sender);
    sender = new CountingSender(sender, answers);
    return sender;
  }

  private static boolean isSigned(EndpointConfig config) {
    return !config.signing().secrets().isEmpty();
  }

  private Sender request(
      Supplier<HttpClient> client, HttpRequest request, Deadlines deadlines, Guard guard) {
    Sender sender = new HttpSender(client, request, deadlines, new RetryAfter(clock));
    sender = new GuardedSender(request.uri(), guard, sender);
    sender = new ReconnectingSender(sender);
    return sender;
  }
}
