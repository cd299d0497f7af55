package dev.registrynotifications.observe;

import java.lang.System.Logger;
import java.lang.System.Logger.Level;

/** Keeps our failures from the registry. */
final class Shield {

  private static final Logger LOGGER = System.getLogger(Shield.class.getName());

  private Shield() {}

  /** Runs a step of ours; a failure is logged, and the exchange goes on. */
  static void run(Runnable step) {
    try {
      step.run();
    } catch (Throwable e) {
      logQuietly(e);
    }
  }

  /** Even the log may fail, of memory for example. */
  private static void logQuietly(Throwable failure) {
    try {
      LOGGER.log(Level.ERROR, "Could not tell of what the registry was asked", failure);
    } catch (Throwable ignored) {
      // Nobody is left to tell.
    }
  }
}
