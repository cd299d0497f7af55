package dev.registrynotifications.bench;

import dev.registrynotifications.bench.delivery.Percentiles;
import dev.registrynotifications.bench.delivery.SteadyTraffic;
import dev.registrynotifications.bench.run.Effort;
import dev.registrynotifications.bench.run.Spread;
import dev.registrynotifications.bench.run.Table;
import dev.registrynotifications.bench.run.WorkDirectory;
import dev.registrynotifications.bench.webhook.Webhook;
import dev.registrynotifications.journal.EventLog;
import dev.registrynotifications.journal.file.FileEventLog;
import java.io.IOException;
import java.io.PrintStream;
import java.util.ArrayList;
import java.util.List;
import java.util.function.ToDoubleFunction;

/**
 * One endpoint is down from beginning to end: does that delay the others? Measured in turn: well,
 * refusing, silent, well, and so on, each with a log and endpoints of its own.
 */
final class DownScenario {

  private static final int REPOSITORIES = 20;
  private static final long MAX_BYTES = 1L << 30;

  private final SampleEvents samples = new SampleEvents();
  private final List<Case> cases =
      List.of(
          new Case("well", () -> Webhook.well(head -> {})),
          new Case("refuses connections", Webhook::refusing),
          new Case("accepts them, never answers", Webhook::blackHole));

  /** How the extra endpoint is, and how the others fared in each round. */
  private record Case(String name, Opening extra, List<Percentiles> rounds) {

    Case(String name, Opening extra) {
      this(name, extra, new ArrayList<>());
    }
  }

  /** Opens a webhook. */
  @FunctionalInterface
  private interface Opening {
    Webhook open() throws IOException;
  }

  void run(Effort effort, PrintStream out) throws IOException {
    System.err.println("# One endpoint down, warm-up");
    Percentiles unused = measure(cases.get(0), effort);
    for (int round = 0; round < effort.rounds(); round++) {
      System.err.printf("# One endpoint down, round %d of %d%n", round + 1, effort.rounds());
      for (Case each : cases) {
        each.rounds().add(measure(each, effort));
      }
    }
    print(out);
  }

  private Percentiles measure(Case measured, Effort effort) throws IOException {
    try (WorkDirectory directory = WorkDirectory.make();
        EventLog log = FileEventLog.open(LogSettings.in(directory, MAX_BYTES, false));
        SteadyTraffic traffic = new SteadyTraffic(log, number -> append(log, number));
        Webhook extra = measured.extra().open()) {
      return traffic.measure(extra, effort.warmUp(), effort.measured());
    }
  }

  private long append(EventLog log, long number) {
    long repository = number % REPOSITORIES;
    return log.append(samples.key(repository), samples.payload(repository));
  }

  private void print(PrintStream out) {
    Table table =
        new Table(
            out,
            "From append to arrival at three endpoints that are well, by how a fourth one is",
            List.of(
                "the fourth",
                "p50, µs",
                "p95, µs",
                "p99, µs",
                "p50 ratio",
                "p95 ratio",
                "p99 ratio"));
    for (Case each : cases) {
      table.row(
          List.of(
              each.name(),
              spread(each, Percentiles::p50),
              spread(each, Percentiles::p95),
              spread(each, Percentiles::p99),
              ratio(each, Percentiles::p50),
              ratio(each, Percentiles::p95),
              ratio(each, Percentiles::p99)));
    }
  }

  private static String spread(Case of, ToDoubleFunction<Percentiles> figure) {
    return Spread.of(of.rounds(), figure).print();
  }

  /** To the same round's measurement with all of them well. */
  private String ratio(Case of, ToDoubleFunction<Percentiles> figure) {
    return Spread.ofRatios(of.rounds(), cases.get(0).rounds(), figure).print();
  }
}
