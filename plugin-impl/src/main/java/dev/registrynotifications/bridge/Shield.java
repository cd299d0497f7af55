package dev.registrynotifications.bridge;

import static java.util.Objects.requireNonNull;

import java.lang.System.Logger;
import java.lang.System.Logger.Level;

/**
 * Keeps our failures from the registry, whatever they are. Safe for use by several threads.
 *
 * @param logger where they are told
 * @param complaint what couldn't be done
 */
public record Shield(Logger logger, String complaint) {

  /** Nothing may be missing. */
  public Shield {
    requireNonNull(logger, "logger");
    requireNonNull(complaint, "complaint");
  }

  /** Runs a step of ours; a failure is logged, and the registry goes on. */
  public void run(Runnable step) {
    try {
      step.run();
    } catch (Throwable e) {
      logQuietly(e);
    }
  }

  /** Even the log may fail, of memory for example; the registry goes on all the same. */
  private void logQuietly(Throwable failure) {
    try {
      logger.log(Level.ERROR, complaint, failure);
    } catch (Throwable ignored) {
      // Nobody is left to tell.
    }
  }
}
