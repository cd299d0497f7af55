package dev.registrynotifications.bench.producer;

import dev.registrynotifications.bench.Measurement;
import dev.registrynotifications.bench.Measurement.Latency;
import dev.registrynotifications.bench.Measurement.Method;
import dev.registrynotifications.bench.run.Effort;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.Options;
import org.openjdk.jmh.runner.options.OptionsBuilder;
import org.openjdk.jmh.runner.options.TimeValue;

/**
 * The plugin's, by JMH: one iteration to warm up, one that is measured.
 *
 * @param base what the user wants otherwise than JMH has it
 * @param effort how long
 * @param journal the type of the journal
 */
record PluginProducer(Options base, Effort effort, String journal) implements Producer {

  private static final double NANOS_PER_MICRO = 1_000;

  @Override
  public EventCost measure(Demand demand) throws IOException {
    try {
      Latency latency = measurement(demand).latency();
      return new EventCost(
          latency.p50().median(),
          latency.p99().median(),
          effort.measured().toNanos() / NANOS_PER_MICRO / latency.operations().median(),
          latency.allocated().median());
    } catch (RunnerException e) {
      throw new IOException("Could not measure the plugin: " + e.getMessage(), e);
    }
  }

  private Measurement measurement(Demand demand) {
    return new Measurement(
        once(),
        new Method(ProducerBenchmark.class, "tell"),
        demand.threads(),
        List.of("journal", journal, "endpoints", Integer.toString(demand.endpoints())));
  }

  private Options once() {
    return new OptionsBuilder()
        .parent(base)
        .warmupIterations(1)
        .warmupTime(time(effort.warmUp()))
        .measurementIterations(1)
        .measurementTime(time(effort.measured()))
        .build();
  }

  private static TimeValue time(Duration duration) {
    return TimeValue.nanoseconds(duration.toNanos());
  }
}
