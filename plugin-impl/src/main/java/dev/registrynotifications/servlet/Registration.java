package dev.registrynotifications.servlet;

import dev.registrynotifications.plugin.PluginException;
import jakarta.servlet.DispatcherType;
import jakarta.servlet.FilterRegistration;
import jakarta.servlet.ServletContext;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.nio.file.Path;
import java.util.EnumSet;
import java.util.Optional;

/** Puts the filter before all others of a web application, if the configuration asks for it. */
public final class Registration {

  private static final Logger LOGGER = System.getLogger(Registration.class.getName());
  private static final String NAME = "registry-notifications";
  private static final String NO_FILE =
      "No configuration file of registry notifications: none of {0} is there, and none is named by"
          + " -Dregistry.notifications.config or REGISTRY_NOTIFICATIONS_CONFIG";
  private static final String API = "/v2/*";

  private Registration() {}

  /** To be called while the web application is being set up. Never throws. */
  public static void in(ServletContext context) {
    try {
      ConfigurationFile configuration = ConfigurationFile.ofProcess();
      Optional<Path> file = configuration.of(context);
      if (file.isEmpty()) {
        LOGGER.log(Level.INFO, NO_FILE, configuration.places().toList());
      }
      if (SharedService.of(file).config().watches(context.getContextPath())) {
        register(context);
      }
    } catch (PluginException e) {
      complain(e);
    } catch (Throwable e) {
      LOGGER.log(Level.ERROR, "Could not switch on notifications", e);
    }
  }

  /** Null if the web application has it already: it may see us by more than one way. */
  private static void register(ServletContext context) {
    FilterRegistration.Dynamic filter = context.addFilter(NAME, NotificationsFilter.class);
    if (filter != null) {
      filter.setAsyncSupported(true);
      filter.addMappingForUrlPatterns(EnumSet.of(DispatcherType.REQUEST), false, API);
      // A request to the API may be finished elsewhere; others aren't touched.
      filter.addMappingForUrlPatterns(EnumSet.of(DispatcherType.ASYNC), false, "/*");
    }
  }

  /** Without a stack trace: the message tells an operator what to do. */
  static void complain(PluginException mistake) {
    LOGGER.log(Level.ERROR, "Registry notifications are off. " + mistake.getMessage());
  }
}
