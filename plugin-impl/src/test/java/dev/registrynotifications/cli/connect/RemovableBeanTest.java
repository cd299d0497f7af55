package dev.registrynotifications.cli.connect;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.registrynotifications.cli.ScriptedBean;
import dev.registrynotifications.management.EndpointMXBean;
import java.lang.reflect.UndeclaredThrowableException;
import javax.management.JMX;
import javax.management.MBeanServer;
import javax.management.MBeanServerFactory;
import javax.management.ObjectName;
import org.junit.jupiter.api.Test;

/** A reload takes an endpoint away while a command looks at it. */
class RemovableBeanTest {

  private final MBeanServer server = MBeanServerFactory.newMBeanServer();

  @Test
  void saysThatTheEndpointIsGone() throws Exception {
    EndpointMXBean bean = RemovableBean.of(EndpointMXBean.class, gone(), "ci", () -> true);

    assertThatThrownBy(bean::getState)
        .isInstanceOf(IllegalStateException.class)
        .hasMessage("The endpoint ci isn't there any more");
  }

  @Test
  void leavesItToOthersToSayThatThePluginIsGone() throws Exception {
    EndpointMXBean bean = RemovableBean.of(EndpointMXBean.class, gone(), "ci", () -> false);

    assertThatThrownBy(bean::getState).isInstanceOf(UndeclaredThrowableException.class);
  }

  @Test
  void passesOnWhatTheEndpointSays() {
    EndpointMXBean endpoint =
        ScriptedBean.of(EndpointMXBean.class)
            .answering("getState", () -> "paused")
            .answering(
                "skip",
                () -> {
                  throw new IllegalStateException("nothing is pending");
                })
            .bean();

    EndpointMXBean bean = RemovableBean.of(EndpointMXBean.class, endpoint, "ci", () -> true);

    assertThat(bean.getState()).isEqualTo("paused");
    assertThatThrownBy(bean::skip)
        .isInstanceOf(IllegalStateException.class)
        .hasMessage("nothing is pending");
  }

  private EndpointMXBean gone() throws Exception {
    BeanNames names =
        new BeanNames(ObjectName.getInstance(BeanNames.DOMAIN, "type", "Notifications"));
    return JMX.newMXBeanProxy(server, names.endpoint("ci"), EndpointMXBean.class);
  }
}
