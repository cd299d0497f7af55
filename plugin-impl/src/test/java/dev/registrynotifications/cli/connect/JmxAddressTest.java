package dev.registrynotifications.cli.connect;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import picocli.CommandLine.TypeConversionException;

class JmxAddressTest {

  private final JmxAddress address = new JmxAddress();

  @ParameterizedTest
  @ValueSource(strings = {"localhost:9010", "192.0.2.1:9010", "[2001:db8::1]:9010"})
  void takesAHostAndAPortForTheUsualUrl(String text) {
    assertThat(address.convert(text))
        .hasToString("service:jmx:rmi:///jndi/rmi://" + text + "/jmxrmi");
  }

  @Test
  void takesAWholeUrlAsItIs() {
    String url = "service:jmx:rmi://192.0.2.1:9011/jndi/rmi://192.0.2.1:9010/jmxrmi";

    assertThat(address.convert(url)).hasToString(url);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"", "localhost", ":9010", "localhost:", "http://localhost:9010", "a b:1", "::1:9"})
  void refusesWhatIsNeither(String text) {
    assertThatThrownBy(() -> address.convert(text))
        .isInstanceOf(TypeConversionException.class)
        .hasMessage("\"%s\" is neither HOST:PORT nor a URL that begins with service:jmx:", text);
  }

  @Test
  void saysWhatIsWrongWithAWholeUrl() {
    assertThatThrownBy(() -> address.convert("service:jmx:localhost:9010"))
        .isInstanceOf(TypeConversionException.class)
        .hasMessageStartingWith("\"service:jmx:localhost:9010\" is no URL: ");
  }
}
