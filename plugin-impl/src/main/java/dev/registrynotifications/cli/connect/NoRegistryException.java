package dev.registrynotifications.cli.connect;

import org.jspecify.annotations.Nullable;

/** There is no registry to talk to. The message says what to do about it. */
public final class NoRegistryException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  NoRegistryException(String message) {
    this(message, null);
  }

  NoRegistryException(String message, @Nullable Throwable cause) {
    super(message, cause);
  }
}
