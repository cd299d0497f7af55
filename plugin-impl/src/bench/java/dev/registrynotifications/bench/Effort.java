package dev.registrynotifications.bench;

import java.time.Duration;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.runner.options.Options;
import org.openjdk.jmh.runner.options.TimeValue;

/**
 * How long a scenario is measured. JMH's options change it: {@code -i} the rounds, {@code -w} and
 * {@code -r} the times.
 *
 * @param rounds how often each of its cases is measured, in turn
 * @param warmUp how long a case runs before
 * @param measured how long at least
 */
record Effort(int rounds, Duration warmUp, Duration measured) {

  static Effort of(Options options, int rounds) {
    return new Effort(
        options.getMeasurementIterations().orElse(rounds),
        duration(options.getWarmupTime().orElse(TimeValue.seconds(5))),
        duration(options.getMeasurementTime().orElse(TimeValue.seconds(20))));
  }

  private static Duration duration(TimeValue time) {
    return Duration.ofNanos(time.convertTo(TimeUnit.NANOSECONDS));
  }
}
