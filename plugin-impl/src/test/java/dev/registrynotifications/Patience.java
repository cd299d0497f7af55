package dev.registrynotifications;

import static org.assertj.core.api.Assertions.assertThat;

import dev.registrynotifications.config.TransportConfig;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/**
 * For how long tests wait for what must come. It comes at once where nothing is wrong; so there is
 * no harm in what a slow machine needs that does other things, too.
 */
public final class Patience {

  /** What hasn't come by then doesn't come. */
  public static final Duration DEADLINE = Duration.ofMinutes(3);

  /** Of an endpoint that waits as long: a machine that is busy isn't a receiver that fails. */
  public static final TransportConfig TRANSPORT =
      new TransportConfig(
          DEADLINE,
          TransportConfig.DEFAULT.tls(),
          TransportConfig.DEFAULT.proxy(),
          TransportConfig.DEFAULT.safety());

  private Patience() {}

  /**
   * Sees that an attempt comes to that with one timeout or another, whose end is waited for. Each
   * is long enough where nothing stalls; a longer one is tried if a shorter one wasn't.
   */
  public static <T, E extends Exception> void assertComesTo(
      T wanted, List<Duration> timeouts, Attempt<? extends T, E> attempt) throws E {
    List<T> seen = new ArrayList<>();
    for (Duration timeout : timeouts) {
      if (!seen.contains(wanted)) {
        seen.add(attempt.within(timeout));
      }
    }
    assertThat(seen).last().isEqualTo(wanted);
  }

  /** What is done with a timeout. */
  @FunctionalInterface
  public interface Attempt<T, E extends Exception> {

    /** Does it, and returns what has come of it. */
    T within(Duration timeout) throws E;
  }
}
