package dev.registrynotifications.observe;

import dev.registrynotifications.bridge.EventBridge;
import dev.registrynotifications.observe.exchange.ExchangeReporter;
import dev.registrynotifications.observe.exchange.RegistryExchange;
import dev.registrynotifications.observe.exchange.Route;
import dev.registrynotifications.observe.exchange.SizeLookup;
import dev.registrynotifications.plugin.RepositoryListener;
import dev.registrynotifications.wire.ManifestReferences;
import jakarta.servlet.DispatcherType;
import jakarta.servlet.Filter;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.ServletRequest;
import jakarta.servlet.ServletResponse;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Sees what a registry is asked by the OCI Distribution API and what it answers, and tells of what
 * was pushed, pulled, mounted and deleted, as decorated repositories do: for servers that have no
 * repositories to decorate. To be put before everything else: for requests to {@code /v2/*}, and
 * for asynchronous dispatches to any path, since a request may be finished by one to elsewhere.
 *
 * <p>Bodies stream through; of manifests a copy is kept until the exchange ends, of 4 MiB at the
 * most. What registries don't say in their answers is told as far as earlier exchanges said it.
 */
public final class RegistryExchangeFilter implements Filter {

  private static final Logger LOGGER = System.getLogger(RegistryExchangeFilter.class.getName());

  /** Marks what is observed, also for filters of other class loaders. */
  private static final String ATTRIBUTE = RegistryExchangeFilter.class.getName();

  private static final Set<String> METHODS =
      Set.of("GET", "HEAD", "POST", "PUT", "PATCH", "DELETE");

  private final EventBridge bridge;
  private final RequestContexts contexts;
  private final @Nullable UpstreamSizes upstream;
  private final ExchangeReporter reporter;
  private final OpenExchanges open = new OpenExchanges();
  private final Observation.Observer observer = new Telling();

  /** Makes a filter for one registry, which it is told about for the first time. */
  public RegistryExchangeFilter(EventBridge bridge, ObserverSettings settings) {
    this.bridge = bridge;
    contexts = new RequestContexts(settings.actorHeader(), settings.upstream() != null);
    upstream =
        settings.upstream() == null
            ? null
            : new UpstreamSizes(settings.upstream(), settings.userAgent());
    reporter =
        new ExchangeReporter(
            bridge.includesReferences() ? ManifestReferences::of : content -> List.of());
  }

  @Override
  public void doFilter(ServletRequest request, ServletResponse response, FilterChain chain)
      throws IOException, ServletException {
    Observation observation = observation(request, response);
    if (observation == null) {
      chain.doFilter(request, response);
    } else if (request.getDispatcherType() == DispatcherType.ASYNC) {
      observe(observation, request, response, chain);
    } else {
      observe(observation, observation.request(), observation.response(), chain);
    }
  }

  private static void observe(
      Observation observation, ServletRequest request, ServletResponse response, FilterChain chain)
      throws IOException, ServletException {
    observation.entered();
    try {
      chain.doFilter(request, response);
    } catch (Throwable e) {
      observation.threw();
      throw e;
    }
    observation.returned();
  }

  /** Null if there is nothing to see, or if another filter sees it. Never throws. */
  private @Nullable Observation observation(ServletRequest request, ServletResponse response) {
    try {
      Object mark = request.getAttribute(ATTRIBUTE);
      if (request.getDispatcherType() == DispatcherType.ASYNC) {
        return mark instanceof Observation begun ? begun : null;
      }
      return mark == null
              && request instanceof HttpServletRequest asked
              && response instanceof HttpServletResponse answer
          ? begin(asked, answer)
          : null;
    } catch (Throwable e) {
      // A path that Jetty finds ambiguous, for example, of which it doesn't tell.
      LOGGER.log(Level.DEBUG, "Could not see what the registry is asked", e);
      return null;
    }
  }

  private @Nullable Observation begin(HttpServletRequest request, HttpServletResponse response) {
    Optional<Route> route =
        METHODS.contains(request.getMethod()) ? route(request) : Optional.empty();
    if (route.isEmpty() || !open.begin()) {
      return null;
    }
    Observation begun = new Observation(route.get(), request, response, observer);
    request.setAttribute(ATTRIBUTE, begun);
    return begun;
  }

  /** By the decoded path within the context. */
  private static Optional<Route> route(HttpServletRequest request) {
    String rest = request.getPathInfo();
    return Route.of(rest == null ? request.getServletPath() : request.getServletPath() + rest);
  }

  /**
   * Waits for the exchanges under way, of which there may yet be something to tell; returns whether
   * they ended in time. To be called once no more requests come in.
   */
  public boolean awaitEnd(Duration timeout) {
    return open.awaitEnd(timeout);
  }

  /** What observations need of this filter. */
  private final class Telling implements Observation.Observer {

    @Override
    public long now() {
      return reporter.now();
    }

    @Override
    public boolean tell(HttpServletRequest request, RegistryExchange exchange) {
      RepositoryListener listener = bridge.listenerFor(contexts.of(request));
      SizeLookup lookup =
          upstream == null ? SizeLookup.NONE : upstream.with(request.getHeader("Authorization"));
      return reporter.report(exchange, lookup, listener);
    }

    @Override
    public void end() {
      open.end();
    }
  }
}
