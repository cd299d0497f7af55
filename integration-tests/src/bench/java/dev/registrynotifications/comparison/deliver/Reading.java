package dev.registrynotifications.comparison.deliver;

import dev.registrynotifications.comparison.peer.Allocated;
import dev.registrynotifications.comparison.peer.Peer;
import dev.registrynotifications.comparison.receiver.ChildReceiver;
import dev.registrynotifications.comparison.receiver.Tally;
import java.io.IOException;
import java.time.Duration;

/**
 * Where all counters stood.
 *
 * @param time of this process's clock, in nanoseconds
 * @param tally the receiver's
 * @param cpu what the registry's process has used, by the clock ticks of the operating system
 * @param allocated what it has allocated
 */
record Reading(long time, Tally tally, Duration cpu, Allocated allocated) {

  static Reading of(Peer peer, ChildReceiver receiver) throws IOException, InterruptedException {
    return new Reading(
        System.nanoTime(),
        receiver.tally(),
        peer.process().info().totalCpuDuration().orElse(Duration.ZERO),
        peer.allocated());
  }

  /** The same as of when the last request came: nothing was delivered after it. */
  Reading atLast() {
    return new Reading(time - tally.sinceLast().toNanos(), tally, cpu, allocated);
  }

  /** What happened since. */
  Figures since(Reading before) {
    return new Figures(
        time - before.time,
        tally.requests() - before.tally.requests(),
        tally.events() - before.tally.events(),
        tally.bytes() - before.tally.bytes(),
        tally.connections() - before.tally.connections(),
        cpu.minus(before.cpu),
        allocated.since(before.allocated),
        tally.cpu().minus(before.tally.cpu()));
  }
}
