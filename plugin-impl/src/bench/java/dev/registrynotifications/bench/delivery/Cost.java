package dev.registrynotifications.bench.delivery;

import java.time.Duration;

/**
 * What it cost to deliver events.
 *
 * @param events how many
 * @param took how long
 * @param cpu the CPU time of this process, the log's own thread and the compiler included
 * @param webhookCpu the CPU time of the webhook's process
 */
public record Cost(long events, Duration took, Duration cpu, Duration webhookCpu) {

  static final Cost NOTHING = new Cost(0, Duration.ZERO, Duration.ZERO, Duration.ZERO);

  private static final double NANOS_PER_SECOND = 1_000_000_000;
  private static final double NANOS_PER_MICRO = 1_000;

  Cost plus(Cost other) {
    return new Cost(
        events + other.events,
        took.plus(other.took),
        cpu.plus(other.cpu),
        webhookCpu.plus(other.webhookCpu));
  }

  /** Events in a second. */
  public double perSecond() {
    return events * NANOS_PER_SECOND / took.toNanos();
  }

  /** CPU time for an event here, in microseconds. */
  public double cpuMicros() {
    return cpu.toNanos() / NANOS_PER_MICRO / events;
  }

  /** CPU time for an event there, in microseconds. */
  public double webhookCpuMicros() {
    return webhookCpu.toNanos() / NANOS_PER_MICRO / events;
  }
}
