package dev.registrynotifications.config;

import static java.util.Objects.requireNonNull;

import java.time.Duration;

/**
 * How many events one request carries.
 *
 * @param maxEvents so many at the most
 * @param maxBytes so many bytes in its body at the most; one event is sent however large it is
 * @param linger how long to wait for more of them
 */
public record BatchConfig(int maxEvents, long maxBytes, Duration linger) {

  /** What a batch holds unless it is set otherwise. */
  public static final BatchConfig DEFAULT = new BatchConfig(100, 256 * 1024, Duration.ZERO);

  /** One event in each request, as the original does it. */
  public static final BatchConfig SINGLE = new BatchConfig(1, 256 * 1024, Duration.ZERO);

  /** A batch has room for something. */
  public BatchConfig {
    requireNonNull(linger, "linger");
    if (maxEvents < 1 || maxBytes < 1 || linger.isNegative()) {
      throw new IllegalArgumentException(
          "a batch must have room: maxEvents %d, maxBytes %d, linger %s"
              .formatted(maxEvents, maxBytes, linger));
    }
  }
}
