package dev.registrynotifications.bench;

import dev.registrynotifications.bench.delivery.Backlog;
import dev.registrynotifications.bench.delivery.Cost;
import dev.registrynotifications.bench.delivery.HttpPoster;
import dev.registrynotifications.bench.delivery.Poster;
import dev.registrynotifications.bench.delivery.PostingLoop;
import dev.registrynotifications.bench.delivery.SocketPoster;
import dev.registrynotifications.bench.run.Effort;
import dev.registrynotifications.bench.run.Spread;
import dev.registrynotifications.bench.run.Table;
import dev.registrynotifications.bench.run.WorkDirectory;
import dev.registrynotifications.bench.webhook.ChildWebhook;
import dev.registrynotifications.config.BatchConfig;
import dev.registrynotifications.journal.EventLog;
import dev.registrynotifications.journal.file.FileEventLog;
import java.io.IOException;
import java.io.PrintStream;
import java.net.http.HttpClient;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.ToDoubleFunction;
import java.util.stream.LongStream;

/**
 * How fast one endpoint delivers what has waited for it, and what that costs; beside it the same
 * requests by the bare client and by bare sockets, which show what the webhook can take.
 */
final class DrainScenario {

  private static final int EVENTS = 100_000;
  private static final long MAX_BYTES = 1L << 30;
  private static final int CONCURRENCY = 8;
  private static final int BATCH = 64;

  private final SampleEvents samples = new SampleEvents();
  private final List<Case> cases = new ArrayList<>();

  /** A way to deliver events, and what it cost in each round. */
  private record Case(String name, Way way, List<Cost> rounds) {}

  /** Delivers events for that long at least. */
  @FunctionalInterface
  private interface Way {
    Cost deliver(Duration atLeast) throws IOException, InterruptedException;
  }

  void run(Effort effort, PrintStream out) throws IOException, InterruptedException {
    try (WorkDirectory directory = WorkDirectory.make();
        EventLog log = FileEventLog.open(LogSettings.in(directory, MAX_BYTES, false));
        ChildWebhook webhook = ChildWebhook.start()) {
      for (int i = 0; i < EVENTS; i++) {
        long unused = log.append(samples.key(i), samples.payload(i));
      }
      addDeliveries(new Backlog(log, EVENTS, webhook));
      addPeers(webhook);
      measure(effort);
    }
    print(out);
  }

  private void addDeliveries(Backlog backlog) {
    BatchConfig batch = new BatchConfig(BATCH, BatchConfig.DEFAULT.maxBytes(), Duration.ZERO);
    add("serial", time -> backlog.drain(config -> config, time));
    add(
        "concurrency: " + CONCURRENCY,
        time -> backlog.drain(config -> config.concurrency(CONCURRENCY), time));
    add("batch: " + BATCH, time -> backlog.drain(config -> config.batch(batch), time));
  }

  private void addPeers(ChildWebhook webhook) {
    PostingLoop single = new PostingLoop(webhook, 1);
    PostingLoop batches = new PostingLoop(webhook, BATCH);
    byte[] one = envelope(1);
    byte[] many = envelope(BATCH);
    for (int threads : new int[] {1, CONCURRENCY}) {
      add(
          "bare client, %d at once".formatted(threads),
          time -> single.run(clients(threads, webhook, one), time));
    }
    for (int threads : new int[] {1, CONCURRENCY}) {
      add(
          "bare socket, %d at once".formatted(threads),
          time -> single.run(sockets(threads, webhook, one), time));
    }
    add(
        "bare socket, %d in a request".formatted(BATCH),
        time -> batches.run(sockets(1, webhook, many), time));
  }

  private void add(String name, Way way) {
    cases.add(new Case(name, way, new ArrayList<>()));
  }

  private byte[] envelope(int events) {
    return samples.codec.envelope(LongStream.range(0, events).mapToObj(samples::payload).toList());
  }

  private static List<Poster> clients(int threads, ChildWebhook webhook, byte[] body) {
    HttpClient client = HttpPoster.newClient();
    List<Poster> posters = new ArrayList<>();
    for (int i = 0; i < threads; i++) {
      posters.add(new HttpPoster(client, webhook.url(), body));
    }
    return posters;
  }

  private static List<Poster> sockets(int threads, ChildWebhook webhook, byte[] body)
      throws IOException {
    List<Poster> posters = new ArrayList<>();
    for (int i = 0; i < threads; i++) {
      posters.add(new SocketPoster(webhook.url(), body));
    }
    return posters;
  }

  private void measure(Effort effort) throws IOException, InterruptedException {
    for (Case each : cases) {
      System.err.printf("# Delivering a backlog, warm-up: %s%n", each.name());
      Cost unused = each.way().deliver(effort.warmUp());
    }
    for (int round = 0; round < effort.rounds(); round++) {
      System.err.printf("# Delivering a backlog, round %d of %d%n", round + 1, effort.rounds());
      for (Case each : cases) {
        each.rounds().add(each.way().deliver(effort.measured()));
      }
    }
  }

  private void print(PrintStream out) {
    Table table =
        new Table(
            out,
            "A backlog of %,d events, delivered by one endpoint".formatted(EVENTS),
            List.of(
                "what",
                "events/s",
                "times serial",
                "CPU, µs an event",
                "CPU of the webhook, µs an event"));
    for (Case each : cases) {
      table.row(
          List.of(
              each.name(),
              spread(each, Cost::perSecond),
              timesSerial(each),
              spread(each, Cost::cpuMicros),
              spread(each, Cost::webhookCpuMicros)));
    }
  }

  private static String spread(Case of, ToDoubleFunction<Cost> figure) {
    return Spread.of(of.rounds(), figure).print();
  }

  /** To the serial delivery of the same round. */
  private String timesSerial(Case of) {
    return Spread.ofRatios(of.rounds(), cases.get(0).rounds(), Cost::perSecond).print();
  }
}
