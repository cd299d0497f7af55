package dev.registrynotifications.host.gateway;

import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.net.ConnectException;
import java.net.NoRouteToHostException;
import java.net.SocketTimeoutException;
import java.net.UnknownHostException;
import java.util.concurrent.atomic.AtomicBoolean;
import javax.net.ssl.SSLException;

/** Logs when the upstream registry can't be reached any more, and when it can again. */
final class UpstreamWatch {

  private static final Logger LOG = System.getLogger(UpstreamWatch.class.getName());

  private final Upstream upstream;
  private final AtomicBoolean isReachable = new AtomicBoolean(true);

  UpstreamWatch(Upstream upstream) {
    this.upstream = upstream;
  }

  void answered() {
    if (isReachable.compareAndSet(false, true)) {
      LOG.log(Level.INFO, upstream.root() + " can be reached again");
    }
  }

  /** Told of all failures: a client that goes away is one, too, but none of the registry's. */
  void failed(Throwable failure) {
    if (isOfConnecting(failure) && isReachable.compareAndSet(true, false)) {
      LOG.log(Level.WARNING, "Could not reach " + upstream.root() + ": " + failure);
    }
  }

  private static boolean isOfConnecting(Throwable failure) {
    return failure instanceof ConnectException
        || failure instanceof NoRouteToHostException
        || failure instanceof SocketTimeoutException
        || failure instanceof UnknownHostException
        || failure instanceof SSLException;
  }
}
