package dev.registrynotifications.metrics;

import dev.registrynotifications.management.EndpointMXBean;
import java.util.Map;

/** One endpoint as JMX shows it. */
record EndpointBean(String name, String url, EndpointStats stats) implements EndpointMXBean {

  @Override
  public String getName() {
    return name;
  }

  @Override
  public String getUrl() {
    return url;
  }

  @Override
  public String getState() {
    return stats.getState().words();
  }

  @Override
  public long getPending() {
    return stats.getPending();
  }

  @Override
  public long getEvents() {
    return stats.getEvents();
  }

  @Override
  public long getSuccesses() {
    return stats.getSuccesses();
  }

  @Override
  public long getFailures() {
    return stats.getFailures();
  }

  @Override
  public long getErrors() {
    return stats.getErrors();
  }

  @Override
  public Map<String, Long> getStatuses() {
    return stats.getStatuses();
  }

  @Override
  public long getFiltered() {
    return stats.getFiltered();
  }

  @Override
  public long getDropped() {
    return stats.getDropped();
  }
}
