package dev.registrynotifications.comparison.footprint;

import dev.registrynotifications.bench.run.Effort;
import dev.registrynotifications.bench.run.Spread;
import dev.registrynotifications.bench.run.Table;
import dev.registrynotifications.comparison.footprint.ThreadWakeUps.WakeUps;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.ToDoubleFunction;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** What the plugin adds to a registry that has nothing to do: with one endpoint, and with four. */
public final class FootprintBenchmark {

  private static final double MEGABYTE = 1_000_000;

  private final Measured without = new Measured(new IdleRegistry(0), new ArrayList<>());
  private final Measured one = new Measured(new IdleRegistry(1), new ArrayList<>());
  private final Measured four = new Measured(new IdleRegistry(4), new ArrayList<>());

  private FootprintBenchmark() {}

  /** A registry, and what it took in each round. */
  private record Measured(IdleRegistry registry, List<Idle> rounds) {}

  /** Measures and prints it. */
  public static void measure(Effort effort, PrintStream out) throws Exception {
    FootprintBenchmark benchmark = new FootprintBenchmark();
    try {
      benchmark.measureRounds(effort);
    } finally {
      benchmark.print(out);
    }
  }

  private void measureRounds(Effort effort) throws IOException, InterruptedException {
    for (int round = 0; round < effort.rounds(); round++) {
      for (Measured each : List.of(without, one, four)) {
        System.err.printf(
            "# Footprint, round %d of %d: %s%n", round + 1, effort.rounds(), each.registry());
        each.rounds().add(each.registry().measure(effort));
      }
    }
  }

  private void print(PrintStream out) throws IOException {
    Table table =
        new Table(
            out,
            "A registry with nothing to do, without the plugin and with it",
            List.of(
                "what",
                "without",
                "1 endpoint",
                "4 endpoints",
                "1 endpoint adds",
                "4 endpoints add"));
    row(table, "listens after, ms", Idle::startMillis);
    row(table, "threads", Idle::threads);
    row(table, "live heap, MiB", Idle::heap);
    row(table, "wake-ups a second, all threads", Idle::allWakeUps);
    for (String thread : kinds()) {
      row(table, "… of one `" + thread + "`", idle -> idle.mostWakeUps(thread));
    }
    long bytes = Files.size(Path.of(System.getProperty("pluginJar")));
    out.printf("%nThe plugin's jar has %s MB.%n", Spread.print(bytes / MEGABYTE));
  }

  /** Of threads that only a registry with the plugin has. */
  private List<String> kinds() {
    return Stream.of(one, four)
        .flatMap(each -> each.rounds().stream())
        .flatMap(idle -> idle.wakeUps().stream().map(WakeUps::kind))
        .distinct()
        .filter(kind -> without.rounds().stream().noneMatch(idle -> idle.has(kind)))
        .sorted()
        .toList();
  }

  private void row(Table table, String what, ToDoubleFunction<Idle> figure) {
    table.row(
        List.of(
            what,
            spread(without, figure),
            spread(one, figure),
            spread(four, figure),
            added(one, figure),
            added(four, figure)));
  }

  private static String spread(Measured registry, ToDoubleFunction<Idle> figure) {
    return Spread.of(registry.rounds(), figure).print();
  }

  /** To the same round's registry without it. */
  private String added(Measured registry, ToDoubleFunction<Idle> figure) {
    return Spread.of(
            IntStream.range(0, registry.rounds().size())
                .mapToDouble(
                    round ->
                        figure.applyAsDouble(registry.rounds().get(round))
                            - figure.applyAsDouble(without.rounds().get(round))))
        .print();
  }
}
