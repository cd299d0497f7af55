package dev.registrynotifications.servlet.spring;

import dev.registrynotifications.servlet.Registration;
import jakarta.servlet.ServletContext;
import org.springframework.boot.web.servlet.ServletContextInitializer;
import org.springframework.core.Ordered;

/**
 * Comes before all others: Spring Boot looks at the objects for their order, not at their beans.
 */
final class FirstInitializer implements ServletContextInitializer, Ordered {

  @Override
  public void onStartup(ServletContext context) {
    Registration.in(context);
  }

  @Override
  public int getOrder() {
    return HIGHEST_PRECEDENCE;
  }
}
