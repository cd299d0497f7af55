package dev.registrynotifications.servlet;

import jakarta.servlet.ServletContainerInitializer;
import jakarta.servlet.ServletContext;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What a servlet container finds in the jar (Jakarta Servlet 6.0, section 8.2.4): it calls this for
 * each web application that can see the jar.
 */
public final class NotificationsInitializer implements ServletContainerInitializer {

  /** For the {@link java.util.ServiceLoader}. */
  public NotificationsInitializer() {}

  @Override
  public void onStartup(@Nullable Set<Class<?>> classes, ServletContext context) {
    Registration.in(context);
  }
}
