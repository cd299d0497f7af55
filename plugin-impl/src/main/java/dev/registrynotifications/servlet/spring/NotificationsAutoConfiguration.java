package dev.registrynotifications.servlet.spring;

import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnNotWarDeployment;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.boot.web.servlet.ServletContextInitializer;
import org.springframework.context.annotation.Bean;

/**
 * What Spring Boot 3 finds in the jar. Not for wars: their server has called our initializer. There
 * the jar may be in a place from where no class of Spring's can be seen, so that this one must not
 * even be loaded.
 */
@AutoConfiguration
@ConditionalOnWebApplication(type = ConditionalOnWebApplication.Type.SERVLET)
@ConditionalOnNotWarDeployment
public final class NotificationsAutoConfiguration {

  /** For Spring. */
  public NotificationsAutoConfiguration() {}

  /** Puts the filter before those of the application. */
  @Bean
  public ServletContextInitializer registryNotifications() {
    return new FirstInitializer();
  }
}
