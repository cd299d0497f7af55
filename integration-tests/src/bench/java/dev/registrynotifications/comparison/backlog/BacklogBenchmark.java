package dev.registrynotifications.comparison.backlog;

import dev.registrynotifications.bench.run.Effort;
import dev.registrynotifications.bench.run.WorkDirectory;
import dev.registrynotifications.comparison.receiver.ChildReceiver;
import dev.registrynotifications.peers.Program;
import java.io.IOException;
import java.io.PrintStream;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/** What becomes of both registries, and of their events, when an endpoint is down for a while. */
public final class BacklogBenchmark {

  private static final long MOST = 200_000;

  /** More than the original delivers in a second. */
  private static final long MOST_PER_SECOND = 8_000;

  private static final long WHEN_KILLED = 20_000;

  private final ChildReceiver receiver;
  private final long events;
  private final Map<Registry, List<Outage>> outages = new EnumMap<>(Registry.class);
  private final Map<Registry, List<Kill>> kills = new EnumMap<>(Registry.class);

  private BacklogBenchmark(ChildReceiver receiver, long events) {
    this.receiver = receiver;
    this.events = events;
  }

  /** Measures both in turn in each round; they are killed once only, as that isn't a figure. */
  public static void measure(Effort effort, PrintStream out) throws Exception {
    Program.DOCKER_REGISTRY.require();
    try (ChildReceiver receiver = ChildReceiver.start()) {
      BacklogBenchmark benchmark = new BacklogBenchmark(receiver, eventsFor(effort));
      try {
        benchmark.measureRounds(effort.rounds());
      } finally {
        new BacklogTables(benchmark.outages, benchmark.kills).print(out);
      }
    }
  }

  private void measureRounds(int rounds) throws IOException, InterruptedException {
    for (int round = 0; round < rounds; round++) {
      System.err.printf("down and up, round %d of %d%n", round + 1, rounds);
      measureOutages();
    }
    if (rounds > 0) {
      measureKills();
    }
  }

  /** What the original delivers in the time that a measurement has, but no more than that. */
  private static long eventsFor(Effort effort) {
    Duration all = effort.warmUp().plus(effort.measured());
    return Math.min(MOST, MOST_PER_SECOND * all.toSeconds());
  }

  private void measureOutages() throws IOException, InterruptedException {
    for (Registry registry : Registry.values()) {
      try (WorkDirectory work = WorkDirectory.make()) {
        Outage outage = new OutageScenario(receiver, events).run(registry.in(work.path()));
        outages.computeIfAbsent(registry, unused -> new ArrayList<>()).add(outage);
        System.err.printf("%s: %,.0f events/s%n", registry.title(), outage.deliveredPerSecond());
      }
    }
  }

  private void measureKills() throws IOException, InterruptedException {
    for (Registry registry : Registry.values()) {
      try (WorkDirectory work = WorkDirectory.make()) {
        Kill kill = new KillScenario(receiver, WHEN_KILLED).run(registry.in(work.path()));
        kills.computeIfAbsent(registry, unused -> new ArrayList<>()).add(kill);
        System.err.printf("%s, killed: %,d events lost%n", registry.title(), kill.lost());
      }
    }
  }
}
