package dev.registrynotifications.bench;

import static java.util.Objects.requireNonNull;

import dev.registrynotifications.bench.run.Spread;
import java.util.Collection;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.profile.GCProfiler;
import org.openjdk.jmh.results.IterationResult;
import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.format.OutputFormat;
import org.openjdk.jmh.runner.format.OutputFormatFactory;
import org.openjdk.jmh.runner.options.ChainedOptionsBuilder;
import org.openjdk.jmh.runner.options.Options;
import org.openjdk.jmh.runner.options.OptionsBuilder;
import org.openjdk.jmh.runner.options.VerboseMode;

/**
 * Runs one benchmark method, in processes of its own.
 *
 * @param base what the user wants otherwise than the benchmarks have it
 * @param method which method of which class
 * @param threads on how many threads
 * @param parameters pairs of a parameter's name and value
 */
public record Measurement(Options base, Method method, int threads, List<String> parameters) {

  private static final String PER_OPERATION = "gc.alloc.rate.norm";

  /** A benchmark method. */
  public record Method(Class<?> type, String name) {

    String pattern() {
      return "^" + type.getName().replace(".", "\\.") + "\\." + name + "$";
    }
  }

  /** How long it takes, in microseconds. */
  public Latency latency() throws RunnerException {
    return new Latency(run(Mode.SampleTime, TimeUnit.MICROSECONDS));
  }

  /** Percentiles, each as often as it was measured. */
  public record Latency(List<IterationResult> iterations) {

    public Spread p50() {
      return percentile(50);
    }

    public Spread p99() {
      return percentile(99);
    }

    Spread p999() {
      return percentile(99.9);
    }

    private Spread percentile(double percent) {
      return Spread.of(
          iterations.stream()
              .mapToDouble(i -> i.getPrimaryResult().getStatistics().getPercentile(percent)));
    }

    /** How many there were in an iteration, on all threads, those without a sample included. */
    public Spread operations() {
      return Spread.of(iterations.stream().mapToDouble(i -> i.getMetadata().getMeasuredOps()));
    }

    /** Bytes for each. */
    public Spread allocated() {
      return secondary(iterations, PER_OPERATION);
    }
  }

  /** How often a second. */
  Rate rate() throws RunnerException {
    return new Rate(run(Mode.Throughput, TimeUnit.SECONDS));
  }

  /** What was measured beside the rate is asked for by JMH's name for it. */
  record Rate(List<IterationResult> iterations) {

    Spread perSecond() {
      return Spread.of(iterations.stream().mapToDouble(i -> i.getPrimaryResult().getScore()));
    }

    Spread secondary(String name) {
      return Measurement.secondary(iterations, name);
    }

    /** Bytes for each. */
    Spread allocated() {
      return secondary(PER_OPERATION);
    }
  }

  private static Spread secondary(List<IterationResult> iterations, String name) {
    return Spread.of(iterations.stream().mapToDouble(i -> score(i, name)));
  }

  private static double score(IterationResult iteration, String name) {
    String known =
        iteration.getSecondaryResults().keySet().stream()
            .filter(key -> key.endsWith(name))
            .findFirst()
            .orElseThrow();
    return requireNonNull(iteration.getSecondaryResults().get(known)).getScore();
  }

  private List<IterationResult> run(Mode mode, TimeUnit unit) throws RunnerException {
    ChainedOptionsBuilder options =
        new OptionsBuilder()
            .parent(base)
            .include(method.pattern())
            .mode(mode)
            .timeUnit(unit)
            .threads(threads)
            .addProfiler(GCProfiler.class);
    for (int i = 0; i < parameters.size(); i += 2) {
      options.param(parameters.get(i), parameters.get(i + 1));
    }
    OutputFormat progress =
        OutputFormatFactory.createFormatInstance(System.err, VerboseMode.NORMAL);
    Collection<RunResult> results = new Runner(options.build(), progress).run();
    return results.stream()
        .flatMap(result -> result.getBenchmarkResults().stream())
        .flatMap(fork -> fork.getIterationResults().stream())
        .toList();
  }
}
