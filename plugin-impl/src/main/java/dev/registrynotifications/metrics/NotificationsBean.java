package dev.registrynotifications.metrics;

import dev.registrynotifications.management.NotificationsMXBean;
import java.time.Instant;
import java.util.List;

/** The plugin as JMX shows it. */
record NotificationsBean(
    String version, Instant startTime, String instanceId, List<String> endpoints, NodeStats stats)
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
  public String getInstanceId() {
    return instanceId;
  }

  @Override
  public String[] getEndpoints() {
    return endpoints.toArray(String[]::new);
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
}
