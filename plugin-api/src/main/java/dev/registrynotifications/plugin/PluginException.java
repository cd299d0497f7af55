package dev.registrynotifications.plugin;

import org.jspecify.annotations.Nullable;

/** A plugin can't be loaded or started. The message is for an operator: it names the remedy. */
public final class PluginException extends RuntimeException {

  /** The message must be complete without the cause. */
  public PluginException(String message, @Nullable Throwable cause) {
    super(message, cause);
  }
}
