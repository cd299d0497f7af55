package dev.registrynotifications.comparison.receiver;

import com.sun.management.OperatingSystemMXBean;
import java.lang.management.ManagementFactory;
import java.time.Duration;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

/** Counts what comes. Confined to the event loop's thread. */
final class Received {

  private static final OperatingSystemMXBean SYSTEM =
      ManagementFactory.getPlatformMXBean(OperatingSystemMXBean.class);

  private final boolean remembering;
  private final Map<String, Long> eventsByPath = new HashMap<>();
  private final Set<UUID> ids = new HashSet<>();
  private long requests;
  private long connections;
  private long bytes;
  private long events;
  private long firstTime;
  private long lastTime;
  private RawBody first = new RawBody("");

  /**
   * Nothing yet.
   *
   * @param remembering whether to note the ids of events
   */
  Received(boolean remembering) {
    this.remembering = remembering;
  }

  void connection() {
    connections++;
  }

  void request(String path, RawBody body) {
    lastTime = System.nanoTime();
    if (requests == 0) {
      firstTime = lastTime;
      first = body;
    }
    requests++;
    bytes += body.text().length();
    long more = body.events();
    events += more;
    eventsByPath.merge(path, more, Long::sum);
    if (remembering) {
      ids.addAll(body.ids());
    }
  }

  /** The body that came first; empty if none has. */
  RawBody first() {
    return first;
  }

  Tally tally() {
    return new Tally(
        requests,
        connections,
        bytes,
        events,
        eventsByPath.size(),
        eventsByPath.values().stream().mapToLong(Long::longValue).max().orElse(0),
        ids.size(),
        Duration.ofNanos(lastTime - firstTime),
        Duration.ofNanos(System.nanoTime() - lastTime),
        Duration.ofNanos(SYSTEM.getProcessCpuTime()));
  }
}
