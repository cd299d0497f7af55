package dev.registrynotifications.cli.connect;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;

class PasswordTest {

  @Test
  void isFoundInTheEnvironment() {
    Password password = new Password(Map.of("REGISTRY_NOTIFICATIONS_JMX_PASSWORD", "geheim"));

    assertThat(password.of("operator")).isEqualTo("geheim");
  }
}
