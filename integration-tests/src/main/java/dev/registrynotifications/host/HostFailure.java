package dev.registrynotifications.host;

import org.jspecify.annotations.Nullable;

/** The host can't start; the message tells its operator why, in one line. */
final class HostFailure extends RuntimeException {

  HostFailure(String message, @Nullable Exception cause) {
    super(message, cause);
  }
}
