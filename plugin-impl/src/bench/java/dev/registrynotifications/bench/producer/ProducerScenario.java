package dev.registrynotifications.bench.producer;

import dev.registrynotifications.bench.run.Effort;
import dev.registrynotifications.bench.run.Spread;
import dev.registrynotifications.bench.run.Table;
import dev.registrynotifications.bench.run.WorkDirectory;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.ToDoubleFunction;
import org.openjdk.jmh.runner.options.Options;

/** What an event costs the registry's request, in the plugin and in the original, in turn. */
public final class ProducerScenario {

  private static final String BRIDGE = "the original";
  private static final String WRITE = "… its `Write` alone";

  private final Effort effort;
  private final List<Row> rows = new ArrayList<>();

  private ProducerScenario(Effort effort) {
    this.effort = effort;
  }

  /** What is measured, and what it was in each round. */
  private record Row(String what, Demand demand, Producer producer, List<EventCost> rounds) {}

  /** Measures and prints it; without the original where that isn't installed. */
  public static void run(Options base, Effort effort, PrintStream out)
      throws IOException, InterruptedException {
    ProducerScenario scenario = new ProducerScenario(effort);
    try (WorkDirectory directory = WorkDirectory.make()) {
      scenario.plan(base, original(directory));
      scenario.measure();
    }
    scenario.print(out);
  }

  private static Optional<Path> original(WorkDirectory directory)
      throws IOException, InterruptedException {
    Path program = Path.of(System.getProperty("bench.go"), "producer.go");
    return OriginalSources.areInstalled()
        ? Optional.of(OriginalSources.build(program, directory))
        : Optional.empty();
  }

  private void plan(Options base, Optional<Path> original) {
    for (int endpoints : new int[] {1, 16}) {
      for (int threads : new int[] {1, 2, 4, 8}) {
        Demand demand = new Demand(endpoints, threads);
        original.ifPresent(
            program -> {
              add(BRIDGE, demand, new OriginalProducer(program, "bridge"));
              add(WRITE, demand, new OriginalProducer(program, "write"));
            });
        add("ours", demand, new PluginProducer(base, effort, "file"));
        if (endpoints == 1) {
          add("ours, journal in memory", demand, new PluginProducer(base, effort, "memory"));
        }
      }
    }
  }

  private void add(String what, Demand demand, Producer producer) {
    rows.add(new Row(what, demand, producer, new ArrayList<>()));
  }

  private void measure() throws IOException, InterruptedException {
    for (int round = 0; round < effort.rounds(); round++) {
      for (Row row : rows) {
        System.err.printf(
            "# Producer, round %d of %d: %s, %s%n",
            round + 1, effort.rounds(), row.what(), row.demand());
        row.rounds().add(row.producer().measure(row.demand()));
      }
    }
  }

  private void print(PrintStream out) {
    Table table =
        new Table(
            out,
            "What an event costs the request, with endpoints that are down",
            List.of(
                "what",
                "endpoints",
                "threads",
                "p50, µs",
                "p99, µs",
                "wall, µs an event",
                "bytes allocated",
                "wall, times the original's",
                "times its `Write`'s"));
    rows.forEach(row -> print(table, row));
    if (rows.stream().noneMatch(row -> row.what().equals(BRIDGE))) {
      out.printf("%nThe original was not measured: install %s.%n", OriginalSources.PACKAGES);
    }
  }

  private void print(Table table, Row row) {
    table.row(
        List.of(
            row.what(),
            Integer.toString(row.demand().endpoints()),
            Integer.toString(row.demand().threads()),
            spread(row, EventCost::p50),
            spread(row, EventCost::p99),
            spread(row, EventCost::wall),
            spread(row, EventCost::bytes),
            ratio(row, BRIDGE),
            ratio(row, WRITE)));
  }

  private static String spread(Row row, ToDoubleFunction<EventCost> figure) {
    return Spread.of(row.rounds(), figure).print();
  }

  private String ratio(Row row, String peer) {
    return rows.stream()
        .filter(other -> other.what().equals(peer) && other.demand().equals(row.demand()))
        .map(other -> Spread.ofRatios(row.rounds(), other.rounds(), EventCost::wall).print())
        .findFirst()
        .orElse("not measured");
  }
}
