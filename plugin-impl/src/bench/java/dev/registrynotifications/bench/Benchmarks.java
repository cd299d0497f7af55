package dev.registrynotifications.bench;

import dev.registrynotifications.bench.Measurement.Latency;
import dev.registrynotifications.bench.Measurement.Method;
import dev.registrynotifications.bench.Measurement.Rate;
import dev.registrynotifications.bench.producer.ProducerScenario;
import dev.registrynotifications.bench.run.Effort;
import dev.registrynotifications.bench.run.Interruption;
import dev.registrynotifications.bench.run.Report;
import dev.registrynotifications.bench.run.Spread;
import dev.registrynotifications.bench.run.Table;
import dev.registrynotifications.bench.run.WorkDirectory;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.CommandLineOptions;
import org.openjdk.jmh.runner.options.Options;
import org.openjdk.jmh.runner.options.TimeValue;

/**
 * Measures everything and prints it in Markdown to the standard output; how it goes on goes to the
 * standard error. Takes names of parts, for less than everything, and JMH's own options, to measure
 * longer or to profile.
 */
public final class Benchmarks {

  private final Options base;
  private final PrintStream out;

  private Benchmarks(Options base, PrintStream out) {
    this.base = base;
    this.out = out;
  }

  /** Runs all of them. */
  public static void main(String[] args) throws Exception {
    Benchmarks benchmarks = new Benchmarks(new CommandLineOptions(args), System.out);
    Interruption.guard(benchmarks::runAll);
  }

  private void runAll() throws RunnerException, IOException, InterruptedException {
    Report report = new Report(out);
    report.begin(
        "; file system %s; a payload has %d bytes"
            .formatted(
                Files.getFileStore(WorkDirectory.root()).type(), SampleEvents.payloadBytes()));
    run("latency", this::latencies);
    run("throughput", this::rates);
    run("endpoints", this::cursors);
    run("fsync", this::synced);
    run("reading", this::reading);
    run("pending", () -> new PendingScenario().run(out));
    run("down", () -> new DownScenario().run(effort(5), out));
    run("drain", () -> new DrainScenario().run(effort(3), out));
    run("producer", () -> ProducerScenario.run(base, effort(5), out));
    report.end();
  }

  /** Runs a part, unless others were asked for. */
  private void run(String name, Part part)
      throws RunnerException, IOException, InterruptedException {
    List<String> wanted = base.getIncludes();
    if (wanted.isEmpty() || wanted.contains(name)) {
      part.run();
    }
  }

  /** As JMH's options say: {@code -i} the rounds, {@code -w} and {@code -r} the times. */
  private Effort effort(int rounds) {
    return new Effort(
        base.getMeasurementIterations().orElse(rounds),
        duration(base.getWarmupTime().orElse(TimeValue.seconds(5))),
        duration(base.getMeasurementTime().orElse(TimeValue.seconds(20))));
  }

  private static Duration duration(TimeValue time) {
    return Duration.ofNanos(time.convertTo(TimeUnit.NANOSECONDS));
  }

  /** Makes a table. */
  @FunctionalInterface
  private interface Part {
    void run() throws RunnerException, IOException, InterruptedException;
  }

  private void latencies() throws RunnerException {
    Table table =
        new Table(
            out,
            "How long it takes, in microseconds",
            List.of("what", "threads", "p50", "p99", "p99.9"));
    for (int threads : new int[] {1, 2, 4, 8}) {
      latency(table, "encode", append("encode", threads, "file", 4));
      latency(table, "append", append("append", threads, "file", 4));
      latency(table, "encode and append", append("encodeAndAppend", threads, "file", 4));
    }
    for (int threads : new int[] {1, 2}) {
      latency(table, "append, log in memory", append("append", threads, "memory", 4));
      latency(table, "plain write", append("append", threads, "plain", 0));
      latency(table, "encode and plain write", append("encodeAndAppend", threads, "plain", 0));
    }
  }

  private void latency(Table table, String what, Measurement measurement) throws RunnerException {
    Latency latency = measurement.latency();
    table.row(
        List.of(
            what,
            Integer.toString(measurement.threads()),
            latency.p50().print(),
            latency.p99().print(),
            latency.p999().print()));
  }

  private void rates() throws RunnerException {
    Table table =
        new Table(
            out, "How many a second", List.of("what", "threads", "events/s", "bytes allocated"));
    for (int threads : new int[] {1, 4, 8}) {
      rate(table, "append", append("append", threads, "file", 4));
      rate(table, "encode and append", append("encodeAndAppend", threads, "file", 4));
      rate(table, "append, log in memory", append("append", threads, "memory", 4));
      rate(table, "plain write", append("append", threads, "plain", 0));
    }
  }

  private void rate(Table table, String what, Measurement measurement) throws RunnerException {
    Rate rate = measurement.rate();
    table.row(
        List.of(
            what,
            Integer.toString(measurement.threads()),
            rate.perSecond().print(),
            rate.allocated().print()));
  }

  private void cursors() throws RunnerException {
    Table table =
        new Table(
            out,
            "Append on one thread, by the number of endpoints",
            List.of("endpoints", "p50, µs", "p99, µs", "events/s"));
    for (int cursors : new int[] {1, 4, 16}) {
      Measurement append = append("append", 1, "file", cursors);
      Latency latency = append.latency();
      table.row(
          List.of(
              Integer.toString(cursors),
              latency.p50().print(),
              latency.p99().print(),
              append.rate().perSecond().print()));
    }
  }

  private Measurement append(String method, int threads, String log, int cursors) {
    return new Measurement(
        base,
        new Method(AppendBenchmark.class, method),
        threads,
        List.of("log", log, "cursors", Integer.toString(cursors)));
  }

  private void synced() throws RunnerException {
    Table table =
        new Table(
            out,
            "Append with fsync: always",
            List.of("threads", "p50, µs", "p99, µs", "events/s", "fsyncs/s", "events per fsync"));
    for (int threads : new int[] {1, 8}) {
      Measurement append =
          new Measurement(
              base, new Method(SyncedAppendBenchmark.class, "append"), threads, List.of());
      Latency latency = append.latency();
      Rate rate = append.rate();
      Spread syncs = rate.secondary("syncs");
      table.row(
          List.of(
              Integer.toString(threads),
              latency.p50().print(),
              latency.p99().print(),
              rate.perSecond().print(),
              syncs.print(),
              Spread.print(rate.perSecond().median() / syncs.median())));
    }
  }

  private void reading() throws RunnerException {
    Table table =
        new Table(
            out,
            "Read and acknowledge through one cursor",
            List.of("events in flight", "events/s", "bytes allocated"));
    for (String inFlight : new String[] {"1", "64"}) {
      Rate rate =
          new Measurement(
                  base,
                  new Method(CursorBenchmark.class, "readAndAcknowledge"),
                  1,
                  List.of("inFlight", inFlight))
              .rate();
      table.row(List.of(inFlight, rate.perSecond().print(), rate.allocated().print()));
    }
  }
}
