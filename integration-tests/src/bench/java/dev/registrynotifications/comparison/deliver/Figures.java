package dev.registrynotifications.comparison.deliver;

import java.time.Duration;

/**
 * What was delivered, and what it cost.
 *
 * @param nanos how long it took
 * @param requests how many requests
 * @param events how many events were in them
 * @param bytes of their bodies
 * @param connections how many connections were made
 * @param cpu the CPU time of the registry
 * @param allocated bytes that the registry allocated
 * @param receiverCpu the CPU time of the receiver
 */
record Figures(
    long nanos,
    long requests,
    long events,
    long bytes,
    long connections,
    Duration cpu,
    long allocated,
    Duration receiverCpu) {

  private static final double NANOS_PER_SECOND = 1e9;
  private static final double NANOS_PER_MICRO = 1e3;

  double requestsPerSecond() {
    return requests * NANOS_PER_SECOND / nanos;
  }

  /** Not a number if there were none: nothing was left to deliver. */
  double perSecond() {
    return events == 0 ? Double.NaN : events * NANOS_PER_SECOND / nanos;
  }

  double bytesAnEvent() {
    return (double) bytes / events;
  }

  double connectionsAnEvent() {
    return (double) connections / events;
  }

  double cpuMicros() {
    return cpu.toNanos() / NANOS_PER_MICRO / events;
  }

  double allocatedAnEvent() {
    return (double) allocated / events;
  }

  double receiverCpuMicros() {
    return receiverCpu.toNanos() / NANOS_PER_MICRO / events;
  }
}
