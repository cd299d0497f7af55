package dev.registrynotifications.event;

import static java.util.Objects.requireNonNull;

/**
 * The registry node that an event comes from.
 *
 * @param addr the node's {@code host:port}
 * @param instanceId names one run of the node: new with each start
 */
public record SourceRecord(String addr, String instanceId) {

  /** Neither part may be missing. */
  public SourceRecord {
    requireNonNull(addr, "addr");
    requireNonNull(instanceId, "instanceId");
  }
}
