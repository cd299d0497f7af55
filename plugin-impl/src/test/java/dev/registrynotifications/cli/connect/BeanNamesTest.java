package dev.registrynotifications.cli.connect;

import static org.assertj.core.api.Assertions.assertThat;

import javax.management.MalformedObjectNameException;
import javax.management.ObjectName;
import org.junit.jupiter.api.Test;

/** The names are those that the plugin registers, one plugin's or several ones'. */
class BeanNamesTest {

  @Test
  void namesTheBeansOfTheOnlyRegistry() throws MalformedObjectNameException {
    BeanNames names = names("dev.registrynotifications:type=Notifications");

    assertThat(names.journal()).hasToString("dev.registrynotifications:type=Journal");
    assertThat(names.endpoint("ci"))
        .isEqualTo(new ObjectName("dev.registrynotifications:type=Endpoint,name=\"ci\""));
  }

  @Test
  void namesTheBeansOfASecondRegistry() throws MalformedObjectNameException {
    BeanNames names = names("dev.registrynotifications:type=Notifications,instance=4711");

    assertThat(names.journal())
        .isEqualTo(new ObjectName("dev.registrynotifications:type=Journal,instance=4711"));
    assertThat(names.endpoint("ci"))
        .isEqualTo(
            new ObjectName("dev.registrynotifications:type=Endpoint,name=\"ci\",instance=4711"));
  }

  @Test
  void quotesNamesOfEndpoints() throws MalformedObjectNameException {
    ObjectName name =
        names("dev.registrynotifications:type=Notifications").endpoint("ci, \"the\" *one*");

    assertThat(ObjectName.unquote(name.getKeyProperty("name"))).isEqualTo("ci, \"the\" *one*");
    assertThat(name.isPattern()).isFalse();
  }

  private static BeanNames names(String notifications) throws MalformedObjectNameException {
    return new BeanNames(new ObjectName(notifications));
  }
}
