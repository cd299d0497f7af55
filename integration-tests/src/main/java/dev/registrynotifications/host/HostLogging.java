package dev.registrynotifications.host;

import java.util.logging.Level;
import java.util.logging.LogManager;
import java.util.logging.Logger;
import org.jspecify.annotations.Nullable;

/** Sets {@code java.util.logging} up: one line a record, on standard error. */
final class HostLogging {

  private static final String FORMAT = "%1$tFT%1$tT.%1$tL %4$s %3$s: %5$s%6$s%n";

  /** Kept, for loggers that nobody keeps are forgotten, and their levels with them. */
  private static @Nullable Logger jetty;

  private HostLogging() {}

  /** To be called before anything logs. What the command line sets wins. */
  static void configure() {
    setDefault("java.util.logging.manager", UntilTheEnd.class.getName());
    setDefault("java.util.logging.SimpleFormatter.format", FORMAT);
    // Only now: the first logger settles which manager there is.
    jetty = Logger.getLogger("org.eclipse.jetty");
    jetty.setLevel(Level.WARNING);
  }

  private static void setDefault(String property, String value) {
    if (System.getProperty(property) == null) {
      System.setProperty(property, value);
    }
  }

  /**
   * Keeps the handlers when the JVM ends: the usual manager drops them while plugins still stop.
   */
  public static final class UntilTheEnd extends LogManager {

    @Override
    public void reset() {
      // The handler on standard error writes each record at once: nothing is left to be flushed.
    }
  }
}
