package dev.registrynotifications.comparison.host;

import dev.registrynotifications.bench.run.Effort;
import dev.registrynotifications.bench.run.Spread;
import dev.registrynotifications.bench.run.Table;
import dev.registrynotifications.bench.run.WorkDirectory;
import dev.registrynotifications.comparison.host.Candidate.Kind;
import dev.registrynotifications.comparison.receiver.Behaviour;
import dev.registrynotifications.comparison.receiver.ChildReceiver;
import dev.registrynotifications.host.HostProcess;
import java.io.IOException;
import java.io.PrintStream;
import java.util.List;
import java.util.function.ToDoubleFunction;

/** What the plugin costs those who push manifests to a registry. */
public final class HostBenchmark {

  private final ChildReceiver receiver;
  private final Effort effort;
  private final Candidate without = new Candidate("without the plugin", Kind.WITHOUT_PLUGIN);
  private final List<Candidate> candidates =
      List.of(
          without,
          new Candidate("with it, the endpoint is down", Kind.DOWN),
          new Candidate("with it, the endpoint answers", Kind.ANSWERING));

  /** About half of what the registry without the plugin can take; nothing before that is known. */
  private double rate;

  private HostBenchmark(ChildReceiver receiver, Effort effort) {
    this.receiver = receiver;
    this.effort = effort;
  }

  /** Measures and prints it. */
  public static void measure(Effort effort, PrintStream out) throws Exception {
    try (ChildReceiver receiver = ChildReceiver.start()) {
      HostBenchmark benchmark = new HostBenchmark(receiver, effort);
      try {
        benchmark.measureRounds();
      } finally {
        benchmark.print(out);
      }
    }
  }

  private void measureRounds() throws IOException, InterruptedException {
    for (int round = 0; round < effort.rounds(); round++) {
      for (Candidate candidate : candidates) {
        System.err.printf(
            "# Host, round %d of %d: %s%n", round + 1, effort.rounds(), candidate.name());
        candidate.rounds().add(measure(candidate));
      }
    }
  }

  /** The receiver is there for all of them; those whose endpoint is down find its port closed. */
  private Pushed measure(Candidate candidate) throws IOException, InterruptedException {
    if (!candidate.answered()) {
      return push(candidate);
    }
    receiver.listen(Behaviour.PROMPT);
    try {
      return push(candidate);
    } finally {
      receiver.refuse();
    }
  }

  private Pushed push(Candidate candidate) throws IOException, InterruptedException {
    try (WorkDirectory work = WorkDirectory.make();
        HostProcess host = candidate.launcher(work, receiver.uri()).start()) {
      Traffic traffic = new Traffic(host.baseUri().getPort(), effort);
      traffic.prepare();
      Latencies closed = traffic.closed();
      if (rate == 0) {
        rate = Math.rint(closed.perSecond() / 200) * 100;
      }
      return new Pushed(closed, traffic.open(rate));
    }
  }

  private void print(PrintStream out) {
    Table table =
        new Table(
            out,
            "PUT of a manifest: one after the other by two clients, and %,.0f a second"
                .formatted(rate),
            List.of(
                "registry",
                "requests/s",
                "times without",
                "p99, µs",
                "times without",
                "p50 at the fixed rate, µs",
                "times without",
                "p99 at the fixed rate, µs",
                "times without"));
    for (Candidate candidate : candidates) {
      table.row(
          List.of(
              candidate.name(),
              spread(candidate, Pushed::perSecond),
              ratio(candidate, Pushed::perSecond),
              spread(candidate, Pushed::closedP99),
              ratio(candidate, Pushed::closedP99),
              spread(candidate, Pushed::openP50),
              ratio(candidate, Pushed::openP50),
              spread(candidate, Pushed::openP99),
              ratio(candidate, Pushed::openP99)));
    }
  }

  private static String spread(Candidate candidate, ToDoubleFunction<Pushed> figure) {
    return Spread.of(candidate.rounds(), figure).print();
  }

  private String ratio(Candidate candidate, ToDoubleFunction<Pushed> figure) {
    return Spread.ofRatios(candidate.rounds(), without.rounds(), figure).print();
  }
}
