package dev.registrynotifications.cli.connect;

import dev.registrynotifications.cli.jvms.NoRegistryException;
import java.io.Console;
import java.util.Map;

/**
 * The password of a JMX port. Never an argument: everybody on a machine sees the arguments of its
 * processes.
 */
final class Password {

  static final String VARIABLE = "REGISTRY_NOTIFICATIONS_JMX_PASSWORD";

  private final Map<String, String> environment;

  Password(Map<String, String> environment) {
    this.environment = environment;
  }

  /** Finds it, or asks for it. */
  String of(String user) {
    String given = environment.get(VARIABLE);
    return given == null ? ask(user) : given;
  }

  @SuppressWarnings("SystemConsoleNull") // One that isn't a terminal reads what is piped in.
  private static String ask(String user) {
    Console console = System.console();
    char[] typed = console == null ? null : console.readPassword("Password of %s: ", user);
    if (typed == null) {
      throw new NoRegistryException(
          "Could not connect as "
              + user
              + ": there is nobody to ask for a password; set "
              + VARIABLE);
    }
    return new String(typed);
  }
}
