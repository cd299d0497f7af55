package dev.registrynotifications.metrics;

import dev.registrynotifications.journal.EventLog;
import dev.registrynotifications.journal.LogStatus.Contents;
import dev.registrynotifications.management.JournalMXBean;
import dev.registrynotifications.management.LatencyView;

/** The event log as JMX shows it. */
record JournalBean(EventLog log, NodeStats stats) implements JournalMXBean {

  @Override
  public String getType() {
    return log.status().type();
  }

  @Override
  public String getLogId() {
    return log.status().id();
  }

  @Override
  public String getState() {
    return log.status().trouble().map(trouble -> "buffering: " + trouble).orElse("writing");
  }

  @Override
  public long getRecords() {
    return contents().records();
  }

  @Override
  public long getBytes() {
    return contents().bytes();
  }

  @Override
  public long getMaxBytes() {
    return contents().maxBytes();
  }

  @Override
  public long getFirstSequence() {
    return contents().firstSequence();
  }

  @Override
  public long getLastSequence() {
    return contents().lastSequence();
  }

  @Override
  public int getSegments() {
    return contents().segments();
  }

  @Override
  public int getBuffered() {
    return contents().buffered();
  }

  @Override
  public long getAppended() {
    return stats.getAppended();
  }

  @Override
  public double getAppendsPerSecond() {
    return stats.getAppendsPerSecond();
  }

  @Override
  public LatencyView getSyncLatency() {
    return Views.of(log.status().syncs());
  }

  @Override
  public long getLost() {
    return stats.getLost();
  }

  @Override
  public long getDamages() {
    return log.status().damages();
  }

  private Contents contents() {
    return log.status().contents();
  }
}
