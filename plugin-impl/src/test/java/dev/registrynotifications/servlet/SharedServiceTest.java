package dev.registrynotifications.servlet;

import static org.assertj.core.api.Assertions.assertThat;

import dev.registrynotifications.management.NotificationsMXBean;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import javax.management.JMException;
import javax.management.JMX;
import javax.management.ObjectName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SharedServiceTest {

  @TempDir private Path directory;

  @Test
  void hasApplicationsWaitAsItIsConfiguredAtLast() throws IOException, JMException {
    SharedService service = SharedService.of(Optional.of(configuration("1s")));
    assertThat(service.shutdownTimeout()).isZero();
    SharedService.Running unused = service.lease();
    try {
      assertThat(service.shutdownTimeout()).hasSeconds(1);

      configuration("30s");
      reload();

      assertThat(service.shutdownTimeout()).isEqualTo(Duration.ofSeconds(30));
    } finally {
      service.release();
    }
  }

  private Path configuration(String shutdownTimeout) throws IOException {
    return Files.writeString(
        directory.resolve("registry-notifications.yml"),
        """
        notifications:
          enabled: true
          journal: {type: memory}
          shutdownTimeout: %s
        """
            .formatted(shutdownTimeout));
  }

  private static void reload() throws JMException {
    ObjectName name = new ObjectName("dev.registrynotifications:type=Notifications");
    String[] lines =
        JMX.newMXBeanProxy(
                ManagementFactory.getPlatformMBeanServer(), name, NotificationsMXBean.class)
            .reload();
    // Nothing is new if the watch, which looks by itself, has been faster.
    assertThat(lines).isSubsetOf("notifications.shutdownTimeout has changed");
  }
}
