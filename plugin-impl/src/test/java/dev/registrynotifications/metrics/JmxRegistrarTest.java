package dev.registrynotifications.metrics;

import static org.assertj.core.api.Assertions.assertThat;

import dev.registrynotifications.journal.EventLog;
import dev.registrynotifications.management.EndpointMXBean;
import dev.registrynotifications.management.JournalMXBean;
import dev.registrynotifications.management.NotificationsMXBean;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import javax.management.JMException;
import javax.management.JMX;
import javax.management.MBeanServer;
import javax.management.MBeanServerFactory;
import javax.management.ObjectName;
import org.junit.jupiter.api.Test;

class JmxRegistrarTest {

  private final MBeanServer server = MBeanServerFactory.newMBeanServer();

  @Test
  void showsAnEndpointsFigures() throws JMException {
    EndpointStats stats = new EndpointStats();
    new JmxRegistrar(server, "run-1").registerEndpoint("ci", "http://ci.example.com/", stats);
    stats.recordEvent();
    stats.recordEvent();
    stats.recordEvent();
    stats.recordFailure(503);
    stats.recordError();
    stats.recordSuccess(200);
    stats.recordDelivered();
    stats.recordDropped();
    stats.recordFiltered();
    stats.recordState(EndpointState.BACKING_OFF);

    EndpointMXBean bean = bean("Endpoint,name=\"ci\"", EndpointMXBean.class);

    assertThat(bean.getName()).isEqualTo("ci");
    assertThat(bean.getUrl()).isEqualTo("http://ci.example.com/");
    assertThat(bean.getState()).isEqualTo("backing off");
    assertThat(bean.getEvents()).isEqualTo(3);
    assertThat(bean.getPending()).isEqualTo(1);
    assertThat(bean.getSuccesses()).isEqualTo(1);
    assertThat(bean.getFailures()).isEqualTo(1);
    assertThat(bean.getErrors()).isEqualTo(1);
    assertThat(bean.getFiltered()).isEqualTo(1);
    assertThat(bean.getDropped()).isEqualTo(1);
    assertThat(bean.getStatuses()).isEqualTo(Map.of("200 OK", 1L, "503 Service Unavailable", 1L));
  }

  @Test
  void showsTheNodeAndItsJournal() throws JMException {
    NodeStats stats = new NodeStats();
    stats.recordEvent();
    stats.recordEvent();
    stats.recordUnmatched();
    stats.recordLost();
    JmxRegistrar registrar = new JmxRegistrar(server, "run-1");
    registrar.registerNotifications("1.2.3", Instant.EPOCH, List.of("ci", "scanner"), stats);
    registrar.registerJournal(EventLog.inMemory(1000));

    NotificationsMXBean node = bean("Notifications", NotificationsMXBean.class);
    JournalMXBean journal = bean("Journal", JournalMXBean.class);

    assertThat(node.getVersion()).isEqualTo("1.2.3");
    assertThat(node.getStartTime()).isEqualTo("1970-01-01T00:00:00Z");
    assertThat(node.getInstanceId()).isEqualTo("run-1");
    assertThat(node.getEndpoints()).containsExactly("ci", "scanner");
    assertThat(node.getEvents()).isEqualTo(2);
    assertThat(node.getUnmatched()).isEqualTo(1);
    assertThat(node.getLost()).isEqualTo(1);
    assertThat(journal.getType()).isEqualTo("memory");
    assertThat(journal.getMaxBytes()).isEqualTo(1000);
    assertThat(journal.getRecords()).isZero();
    assertThat(journal.getBytes()).isZero();
    assertThat(journal.getLastSequence()).isZero();
  }

  @Test
  void takesAnyEndpointName() throws JMException {
    String name = "a/b:c*d,e=f\"g?h";

    new JmxRegistrar(server, "run-1").registerEndpoint(name, "", new EndpointStats());

    assertThat(bean("Endpoint,name=" + ObjectName.quote(name), EndpointMXBean.class).getName())
        .isEqualTo(name);
  }

  @Test
  void tellsASecondPluginOfTheSameProcessFromTheFirst() throws JMException {
    JmxRegistrar first = new JmxRegistrar(server, "run-1");
    JmxRegistrar second = new JmxRegistrar(server, "run-2");
    first.registerEndpoint("ci", "http://first/", new EndpointStats());
    second.registerEndpoint("ci", "http://second/", new EndpointStats());

    assertThat(bean("Endpoint,name=\"ci\"", EndpointMXBean.class).getUrl())
        .isEqualTo("http://first/");
    assertThat(bean("Endpoint,name=\"ci\",instance=\"run-2\"", EndpointMXBean.class).getUrl())
        .isEqualTo("http://second/");
  }

  @Test
  void leavesNothingBehind() throws JMException {
    int before = server.getMBeanCount();
    JmxRegistrar registrar = new JmxRegistrar(server, "run-1");
    registrar.registerEndpoint("ci", "", new EndpointStats());
    registrar.registerJournal(EventLog.inMemory(1));

    registrar.close();

    assertThat(server.getMBeanCount()).isEqualTo(before);
  }

  private <T> T bean(String keys, Class<T> type) throws JMException {
    ObjectName name = new ObjectName("dev.registrynotifications:type=" + keys);
    assertThat(server.isRegistered(name)).isTrue();
    return JMX.newMXBeanProxy(server, name, type);
  }
}
