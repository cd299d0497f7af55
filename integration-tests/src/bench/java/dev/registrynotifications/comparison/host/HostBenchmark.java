package dev.registrynotifications.comparison.host;

import dev.registrynotifications.bench.run.Effort;
import dev.registrynotifications.bench.run.Spread;
import dev.registrynotifications.bench.run.Table;
import dev.registrynotifications.bench.run.WorkDirectory;
import dev.registrynotifications.bench.webhook.Webhook;
import dev.registrynotifications.comparison.host.Peer.Kind;
import dev.registrynotifications.host.HostProcess;
import java.io.IOException;
import java.io.PrintStream;
import java.util.List;
import java.util.function.ToDoubleFunction;

/** What the plugin costs those who push manifests to a registry. */
public final class HostBenchmark {

  private final Effort effort;
  private final Peer without = new Peer("without the plugin", Kind.WITHOUT_PLUGIN);
  private final List<Peer> peers =
      List.of(
          without,
          new Peer("with it, the endpoint is down", Kind.DOWN),
          new Peer("with it, the endpoint answers", Kind.ANSWERING));

  /** About half of what the registry without the plugin can take; nothing before that is known. */
  private double rate;

  private HostBenchmark(Effort effort) {
    this.effort = effort;
  }

  /** Measures and prints it. */
  public static void measure(Effort effort, PrintStream out) throws Exception {
    HostBenchmark benchmark = new HostBenchmark(effort);
    for (int round = 0; round < effort.rounds(); round++) {
      for (Peer peer : benchmark.peers) {
        System.err.printf("# Host, round %d of %d: %s%n", round + 1, effort.rounds(), peer.name());
        peer.rounds().add(benchmark.measure(peer));
      }
    }
    benchmark.print(out);
  }

  private Pushed measure(Peer peer) throws IOException, InterruptedException {
    try (WorkDirectory work = WorkDirectory.make();
        Webhook webhook = peer.webhook();
        HostProcess host = peer.launcher(work, webhook).start()) {
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
    for (Peer peer : peers) {
      table.row(
          List.of(
              peer.name(),
              spread(peer, Pushed::perSecond),
              ratio(peer, Pushed::perSecond),
              spread(peer, Pushed::closedP99),
              ratio(peer, Pushed::closedP99),
              spread(peer, Pushed::openP50),
              ratio(peer, Pushed::openP50),
              spread(peer, Pushed::openP99),
              ratio(peer, Pushed::openP99)));
    }
  }

  private static String spread(Peer peer, ToDoubleFunction<Pushed> figure) {
    return Spread.of(peer.rounds().stream().mapToDouble(figure)).print();
  }

  private String ratio(Peer peer, ToDoubleFunction<Pushed> figure) {
    return Spread.ofRatios(peer.rounds(), without.rounds(), figure).print();
  }
}
