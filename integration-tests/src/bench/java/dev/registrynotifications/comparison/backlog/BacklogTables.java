package dev.registrynotifications.comparison.backlog;

import dev.registrynotifications.bench.run.Spread;
import dev.registrynotifications.bench.run.Table;
import java.io.PrintStream;
import java.util.List;
import java.util.Map;
import java.util.function.ToDoubleFunction;
import java.util.function.ToLongFunction;
import java.util.stream.Collectors;

/**
 * Prints the figures of all rounds.
 *
 * @param outages of each registry
 * @param kills of each registry
 */
record BacklogTables(Map<Registry, List<Outage>> outages, Map<Registry, List<Kill>> kills) {

  private static final double MEGABYTE = 1e6;

  void print(PrintStream out) {
    printOutages(out);
    if (!kills.isEmpty()) {
      printKills(out);
    }
  }

  private void printOutages(PrintStream out) {
    Table table =
        new Table(
            out,
            "The endpoint is down, then up",
            List.of(
                "registry",
                "events pending",
                "events/s made",
                "resident before, MB",
                "resident after, MB",
                "resident, bytes a pending event",
                "live heap, bytes a pending event",
                "events/s delivered",
                "times the original",
                "lost",
                "duplicated"));
    outages.forEach((registry, rounds) -> table.row(outageRow(registry, rounds)));
  }

  private List<String> outageRow(Registry registry, List<Outage> rounds) {
    return List.of(
        registry.title(),
        spread(rounds, Outage::made),
        spread(rounds, Outage::madePerSecond),
        spread(rounds, outage -> outage.before().resident() / MEGABYTE),
        spread(rounds, outage -> outage.after().resident() / MEGABYTE),
        spread(rounds, Outage::residentAnEvent),
        registry == Registry.OURS ? spread(rounds, Outage::heapAnEvent) : "",
        spread(rounds, Outage::deliveredPerSecond),
        registry == Registry.OURS ? timesOriginal(rounds) : "",
        exact(rounds, Outage::lost),
        exact(rounds, Outage::duplicated));
  }

  private String timesOriginal(List<Outage> rounds) {
    return Spread.ofRatios(
            rounds, outages.getOrDefault(Registry.ORIGINAL, List.of()), Outage::deliveredPerSecond)
        .print();
  }

  private void printKills(PrintStream out) {
    Table table =
        new Table(
            out,
            "Killed with events pending, and started again",
            List.of("registry", "events pending", "arrived", "lost", "duplicated"));
    kills.forEach(
        (registry, rounds) ->
            table.row(
                List.of(
                    registry.title(),
                    exact(rounds, Kill::pending),
                    exact(rounds, Kill::arrived),
                    exact(rounds, Kill::lost),
                    exact(rounds, Kill::duplicated))));
  }

  private static <T> String spread(List<T> rounds, ToDoubleFunction<T> figure) {
    return Spread.of(rounds, figure).print();
  }

  /** Each round's by itself: a single event matters. */
  private static <T> String exact(List<T> rounds, ToLongFunction<T> figure) {
    return rounds.stream()
        .map(round -> "%,d".formatted(figure.applyAsLong(round)))
        .collect(Collectors.joining(" "));
  }
}
