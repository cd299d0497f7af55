package dev.registrynotifications.cli.jvms;

import org.jspecify.annotations.Nullable;

/** There is no registry to talk to. The message says what to do about it. */
public final class NoRegistryException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  /** Says why there is none. */
  public NoRegistryException(String message) {
    this(message, null);
  }

  /** The same, with what it was noticed by. */
  public NoRegistryException(String message, @Nullable Throwable cause) {
    super(message, cause);
  }
}
