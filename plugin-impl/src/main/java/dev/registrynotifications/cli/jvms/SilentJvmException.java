package dev.registrynotifications.cli.jvms;

import java.io.IOException;

/** A JVM doesn't answer: it hangs, or its process is stopped. */
final class SilentJvmException extends IOException {

  private static final long serialVersionUID = 1L;

  SilentJvmException(String message, Throwable cause) {
    super(message, cause);
  }
}
