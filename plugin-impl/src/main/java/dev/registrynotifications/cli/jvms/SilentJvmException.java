package dev.registrynotifications.cli.jvms;

import java.io.IOException;

/** A JVM doesn't answer: it hangs, its process is stopped, or it lets nobody in. */
final class SilentJvmException extends IOException {

  private static final long serialVersionUID = 1L;

  SilentJvmException(String message, Throwable cause) {
    super(message, cause);
  }
}
