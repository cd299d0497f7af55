package dev.registrynotifications.cli;

import dev.registrynotifications.cli.text.Terminal;
import java.time.Duration;
import java.time.InstantSource;
import java.util.concurrent.TimeUnit;

/**
 * The program in the plugin's jar: what an operator steers the plugin of a running registry with.
 */
public final class Main {

  /** What the plugin's classes log is for people here, and needs no time or place. */
  private static final String LOG_FORMAT = "java.util.logging.SimpleFormatter.format";

  /** RMI waits for ever otherwise. A ping may take as long as an endpoint has for its answer. */
  private static final String RESPONSE_TIMEOUT = "sun.rmi.transport.tcp.responseTimeout";

  private static final Duration PATIENCE = Duration.ofMinutes(5);

  private Main() {}

  /** Ends with one of the codes that {@link Console} tells of. */
  public static void main(String[] arguments) {
    System.setProperty(LOG_FORMAT, "%5$s%n");
    if (System.getProperty(RESPONSE_TIMEOUT) == null) {
      System.setProperty(RESPONSE_TIMEOUT, Long.toString(PATIENCE.toMillis()));
    }
    Console console =
        new Console(
            Terminal.ofProcess(),
            System.getenv(),
            InstantSource.system(),
            time -> TimeUnit.MILLISECONDS.sleep(time.toMillis()),
            version());
    System.exit(console.run(arguments));
  }

  private static String version() {
    String version = Main.class.getPackage().getImplementationVersion();
    return version == null ? "unknown" : version;
  }
}
