package dev.registrynotifications;

import dev.registrynotifications.config.TransportConfig;
import java.time.Duration;

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
}
