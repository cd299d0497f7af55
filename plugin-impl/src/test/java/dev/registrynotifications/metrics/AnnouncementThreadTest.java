package dev.registrynotifications.metrics;

import static dev.registrynotifications.Patience.DEADLINE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import dev.registrynotifications.endpoint.RecordedLog;
import dev.registrynotifications.management.EndpointMXBean;
import java.time.InstantSource;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import javax.management.MBeanServer;
import javax.management.MBeanServerFactory;
import javax.management.NotificationFilter;
import javax.management.ObjectName;
import org.junit.jupiter.api.Test;

class AnnouncementThreadTest {

  private final MBeanServer server = MBeanServerFactory.newMBeanServer();

  @Test
  void asksListenersFiltersInsteadOfWhoeverAnnounces() throws Exception {
    CompletableFuture<String> asked = new CompletableFuture<>();
    NotificationFilter filter = unused -> asked.complete(Thread.currentThread().getName());
    EndpointStats stats = new EndpointStats();
    try (JmxRegistrar registrar = new JmxRegistrar(server, "run-1", InstantSource.system())) {
      registrar.registerEndpoint("ci", () -> "", stats, new FakeOperations());
      ObjectName name = new ObjectName("dev.registrynotifications:type=Endpoint,name=\"ci\"");
      server.addNotificationListener(name, (notification, handback) -> {}, filter, null);

      stats.announcements().announce(EndpointMXBean.OPENED, "Endpoint ci is backing off");

      assertThat(asked.get(DEADLINE.toSeconds(), TimeUnit.SECONDS)).isEqualTo("notify-jmx");
    }
  }

  @Test
  void shieldsWhoeverAnnouncesWhenThereIsNoThreadAndSaysItOnce() {
    try (RecordedLog log = RecordedLog.of(AnnouncementThread.class);
        AnnouncementThread thread =
            new AnnouncementThread(
                unused -> {
                  throw new OutOfMemoryError("unable to create native thread");
                })) {

      for (int i = 0; i < 3; i++) {
        assertThatCode(() -> thread.execute(() -> {})).doesNotThrowAnyException();
      }

      assertThat(log.lines()).hasSize(1);
    }
  }
}
