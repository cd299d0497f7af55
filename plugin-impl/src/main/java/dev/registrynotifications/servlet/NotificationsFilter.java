package dev.registrynotifications.servlet;

import dev.registrynotifications.NotificationsService;
import dev.registrynotifications.observe.ObserverSettings;
import dev.registrynotifications.observe.RegistryExchangeFilter;
import dev.registrynotifications.plugin.PluginException;
import jakarta.servlet.Filter;
import jakarta.servlet.FilterChain;
import jakarta.servlet.FilterConfig;
import jakarta.servlet.ServletContext;
import jakarta.servlet.ServletException;
import jakarta.servlet.ServletRequest;
import jakarta.servlet.ServletResponse;
import java.io.IOException;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.net.URI;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * Notifies the configured webhooks of what one web application, a registry, is asked and answers.
 * Starts the plugin with the first web application and stops it with the last one. If that fails it
 * is logged, and the web application goes on without.
 */
public final class NotificationsFilter implements Filter {

  /** Init-parameter of a gateway: the registry behind it, which is asked for sizes. */
  static final String UPSTREAM = "registry.notifications.upstream";

  private static final Logger LOGGER = System.getLogger(NotificationsFilter.class.getName());

  private @Nullable SharedService service;
  private volatile @Nullable RegistryExchangeFilter observer;

  /** For the container. */
  public NotificationsFilter() {}

  @Override
  public void init(FilterConfig filter) {
    try {
      start(filter.getServletContext());
    } catch (PluginException e) {
      Registration.complain(e);
      destroy();
    } catch (Throwable e) {
      LOGGER.log(Level.ERROR, "Could not start notifications", e);
      destroy();
    }
  }

  private void start(ServletContext context) {
    SharedService shared = SharedService.of(ConfigurationFile.ofProcess().of(context));
    SharedService.Running running = shared.lease();
    service = shared;
    if (running.config().watches(context.getContextPath())) {
      ObserverSettings settings =
          new ObserverSettings(
              running.config().container().actorHeader().orElse(null),
              upstream(context),
              NotificationsService.userAgent());
      observer = new RegistryExchangeFilter(running.bridge(), settings);
    }
  }

  private static @Nullable URI upstream(ServletContext context) {
    String root = context.getInitParameter(UPSTREAM);
    return root == null ? null : URI.create(root.endsWith("/") ? root : root + "/");
  }

  @Override
  public void doFilter(ServletRequest request, ServletResponse response, FilterChain chain)
      throws IOException, ServletException {
    Filter current = observer;
    if (current == null) {
      chain.doFilter(request, response);
    } else {
      current.doFilter(request, response, chain);
    }
  }

  /** Containers don't wait for ever for the requests under way: what they do is still told. */
  @Override
  public void destroy() {
    RegistryExchangeFilter last = observer;
    observer = null;
    if (last != null && !last.awaitEnd(shutdownTimeout())) {
      LOGGER.log(
          Level.WARNING,
          "Requests go on although their web application has ended: what they do isn't told");
    }
    if (service != null) {
      service.release();
      service = null;
    }
  }

  private Duration shutdownTimeout() {
    return service == null ? Duration.ZERO : service.shutdownTimeout();
  }
}
