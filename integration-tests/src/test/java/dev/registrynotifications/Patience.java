package dev.registrynotifications;

import java.time.Duration;

/**
 * For how long tests wait for what must come. It comes at once where nothing is wrong; so there is
 * no harm in what a slow machine needs that does other things, too.
 */
public final class Patience {

  /** What hasn't come by then doesn't come. */
  public static final Duration DEADLINE = Duration.ofMinutes(3);

  private Patience() {}
}
