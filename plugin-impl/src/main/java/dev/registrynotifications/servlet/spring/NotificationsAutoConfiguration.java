package dev.registrynotifications.servlet.spring;

import dev.registrynotifications.servlet.Registration;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.boot.web.servlet.ServletContextInitializer;
import org.springframework.context.annotation.Bean;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;

/** What Spring Boot 3 finds in the jar. */
@AutoConfiguration
@ConditionalOnWebApplication(type = ConditionalOnWebApplication.Type.SERVLET)
public final class NotificationsAutoConfiguration {

  /** For Spring. */
  public NotificationsAutoConfiguration() {}

  /** Puts the filter before those of the application. */
  @Bean
  @Order(Ordered.HIGHEST_PRECEDENCE)
  public ServletContextInitializer registryNotifications() {
    return Registration::in;
  }
}
