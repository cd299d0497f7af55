package dev.registrynotifications.comparison.host;

/**
 * How manifests were pushed to a registry.
 *
 * @param closed one after the other
 * @param open at a fixed rate
 */
record Pushed(Latencies closed, Latencies open) {

  double perSecond() {
    return closed.perSecond();
  }

  double closedP99() {
    return closed.percentile(99);
  }

  double openP50() {
    return open.percentile(50);
  }

  double openP99() {
    return open.percentile(99);
  }
}
