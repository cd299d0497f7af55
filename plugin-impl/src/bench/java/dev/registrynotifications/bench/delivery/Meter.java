package dev.registrynotifications.bench.delivery;

import com.sun.management.OperatingSystemMXBean;
import dev.registrynotifications.bench.webhook.ChildWebhook;
import java.lang.management.ManagementFactory;
import java.time.Duration;

/** Where the clocks stood when something began. */
record Meter(ChildWebhook webhook, long time, long cpu, Duration webhookCpu) {

  private static final OperatingSystemMXBean SYSTEM =
      ManagementFactory.getPlatformMXBean(OperatingSystemMXBean.class);

  static Meter start(ChildWebhook webhook) {
    return new Meter(webhook, System.nanoTime(), SYSTEM.getProcessCpuTime(), webhook.cpu());
  }

  /** So many events were delivered since. */
  Cost stop(long events) {
    return new Cost(
        events,
        Duration.ofNanos(System.nanoTime() - time),
        Duration.ofNanos(SYSTEM.getProcessCpuTime() - cpu),
        webhook.cpu().minus(webhookCpu));
  }
}
