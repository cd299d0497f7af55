package dev.registrynotifications.metrics;

import dev.registrynotifications.management.NotificationsMXBean;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.concurrent.TimeUnit;

/** The plugin as JMX shows it. */
record NotificationsBean(
    String version,
    Instant startTime,
    String instanceId,
    ConfigurationOperations configuration,
    NodeStats stats,
    InstantSource clock)
    implements NotificationsMXBean {

  @Override
  public String getVersion() {
    return version;
  }

  @Override
  public String getStartTime() {
    return startTime.toString();
  }

  @Override
  public double getUptimeSeconds() {
    Duration uptime = Duration.between(startTime, clock.instant());
    return (double) uptime.toMillis() / TimeUnit.SECONDS.toMillis(1);
  }

  @Override
  public String getConfiguration() {
    return configuration.text();
  }

  @Override
  public String getConfigurationFile() {
    return configuration.file();
  }

  @Override
  public String getConfigurationTime() {
    return configuration.time().toString();
  }

  @Override
  public String getConfigurationProblems() {
    return configuration.problems();
  }

  @Override
  public String getInstanceId() {
    return instanceId;
  }

  @Override
  public String[] getEndpoints() {
    return configuration.endpoints().toArray(String[]::new);
  }

  @Override
  public long getEvents() {
    return stats.getEvents();
  }

  @Override
  public long getUnmatched() {
    return stats.getUnmatched();
  }

  @Override
  public long getLost() {
    return stats.getLost();
  }

  @Override
  public String[] reload() {
    return configuration.reload().toArray(String[]::new);
  }
}
