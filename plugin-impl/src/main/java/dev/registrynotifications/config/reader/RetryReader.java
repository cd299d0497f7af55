package dev.registrynotifications.config.reader;

import dev.registrynotifications.config.RetryConfig;
import dev.registrynotifications.config.yaml.GoDuration;
import dev.registrynotifications.config.yaml.MappingReader;
import java.time.Duration;

/** Reads how an endpoint is tried again: distribution's keys, and those that end its patience. */
final class RetryReader {

  private RetryReader() {}

  static RetryConfig read(MappingReader reader) {
    RetryConfig byDefault = RetryConfig.DEFAULT;
    Duration backoff = reader.duration("backoff", byDefault.backoff());
    return new RetryConfig(
        reader.positive("threshold", byDefault.threshold()),
        backoff,
        reader.factor("multiplier", byDefault.multiplier()),
        maxBackoff(reader, backoff),
        reader.positive("rejectAfter", byDefault.rejectAfter()),
        reader.positive("maxAttempts"),
        reader.duration("giveUpAfter"));
  }

  /** A configuration of the original may have a long backoff, and can't know of a longest one. */
  private static Duration maxBackoff(MappingReader reader, Duration backoff) {
    Duration byDefault = longer(RetryConfig.DEFAULT.maxBackoff(), backoff);
    Duration maxBackoff = reader.duration("maxBackoff", byDefault);
    if (maxBackoff.compareTo(backoff) >= 0) {
      return maxBackoff;
    }
    reader.problem(
        reader.value("maxBackoff").orElseThrow().place(),
        "maxBackoff",
        "must not be below backoff: %s is less than %s"
            .formatted(GoDuration.text(maxBackoff), GoDuration.text(backoff)));
    return byDefault;
  }

  private static Duration longer(Duration one, Duration other) {
    return one.compareTo(other) < 0 ? other : one;
  }
}
