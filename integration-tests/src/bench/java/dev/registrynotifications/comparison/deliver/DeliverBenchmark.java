package dev.registrynotifications.comparison.deliver;

import dev.registrynotifications.bench.run.Effort;
import dev.registrynotifications.bench.run.WorkDirectory;
import dev.registrynotifications.comparison.deliver.BacklogSource.Backlog;
import dev.registrynotifications.comparison.deliver.Measurement.Result;
import dev.registrynotifications.comparison.receiver.ChildReceiver;
import dev.registrynotifications.comparison.receiver.RawBody;
import dev.registrynotifications.peers.Program;
import java.io.PrintStream;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * How fast both registries deliver a backlog that is longer than the time that is measured. The
 * original's is made anew for each measurement; ours is a journal, filled once.
 */
public final class DeliverBenchmark {

  private final Map<String, List<Figures>> figures = new HashMap<>();
  private final Map<Ceiling, List<Figures>> ceilings = new HashMap<>();
  private final Set<String> exhausted = new HashSet<>();
  private final ChildReceiver receiver;
  private final Effort effort;
  private final BacklogSource backlogs;
  private RawBody sample = new RawBody("");

  private DeliverBenchmark(ChildReceiver receiver, Effort effort, BacklogSource backlogs) {
    this.receiver = receiver;
    this.effort = effort;
    this.backlogs = backlogs;
  }

  /** Measures the receiver itself in each round, and then all cases in turn. */
  public static void measure(Effort effort, PrintStream out) throws Exception {
    Program.DOCKER_REGISTRY.require();
    try (WorkDirectory work = WorkDirectory.make();
        ChildReceiver receiver = ChildReceiver.start()) {
      DeliverBenchmark benchmark =
          new DeliverBenchmark(receiver, effort, Sources.in(work.path(), receiver.uri(), effort));
      try {
        benchmark.measureRounds();
      } finally {
        new DeliverTables(benchmark.figures, benchmark.ceilings, benchmark.exhausted).print(out);
      }
    }
  }

  private void measureRounds() throws Exception {
    warmUp();
    for (int round = 0; round < effort.rounds(); round++) {
      measureRound(round);
    }
  }

  /** Has something delivered, to know what a body looks like. */
  private void warmUp() throws Exception {
    Case serial = Cases.SERIAL;
    try (Backlog backlog = backlogs.open(serial)) {
      Result unused = new Measurement(receiver, effort).of(serial, backlog);
      sample = receiver.sample();
    }
  }

  private void measureRound(int round) throws Exception {
    for (Ceiling each : Ceiling.all()) {
      Figures result = each.measure(receiver, sample);
      ceilings.computeIfAbsent(each, ceiling -> new ArrayList<>()).add(result);
      System.err.printf("round %d, %s: %,.0f events/s%n", round + 1, each, result.perSecond());
    }
    for (Case each : Cases.all()) {
      Figures result = measureCase(each);
      figures.computeIfAbsent(each.name(), name -> new ArrayList<>()).add(result);
      System.err.printf(
          "round %d, %s: %,.0f events/s%n", round + 1, each.name(), result.perSecond());
    }
  }

  private Figures measureCase(Case measured) throws Exception {
    try (Backlog backlog = backlogs.open(measured)) {
      Result result = new Measurement(receiver, effort).of(measured, backlog);
      if (result.exhausted()) {
        exhausted.add(measured.name());
      }
      return result.figures();
    }
  }
}
