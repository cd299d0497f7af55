package dev.registrynotifications.metrics;

import dev.registrynotifications.journal.EventLog;
import dev.registrynotifications.management.JournalMXBean;

/** The event log as JMX shows it. */
record JournalBean(EventLog log) implements JournalMXBean {

  @Override
  public String getType() {
    return log.status().type();
  }

  @Override
  public long getRecords() {
    return log.status().records();
  }

  @Override
  public long getBytes() {
    return log.status().bytes();
  }

  @Override
  public long getMaxBytes() {
    return log.status().maxBytes();
  }

  @Override
  public long getLastSequence() {
    return log.status().lastSequence();
  }
}
