package dev.registrynotifications.gateway;

import java.io.IOException;
import java.net.URI;

/**
 * What a hostile client does, of which nothing remains when it is done.
 *
 * @param name what it is
 * @param deed does it
 */
record Attack(String name, Deed deed) {

  private static final int LONGEST_NAME = 80;

  /** Does it to a server. */
  @FunctionalInterface
  interface Deed {
    void to(URI server) throws IOException;
  }

  /** Says that, and listens to what is answered. */
  static Attack saying(String name, String bytes) {
    return new Attack(
        name,
        server -> {
          try (Connection connection = Connection.to(server)) {
            connection.say(bytes).hearOut();
          }
        });
  }

  /** A request line with what a good client says besides. */
  static Attack asking(String requestLine) {
    String name = requestLine.substring(0, Math.min(requestLine.length(), LONGEST_NAME));
    String agent = name.replaceAll("[^ -~]", "?");
    return saying(
        name,
        "%s HTTP/1.1\r\nHost: localhost\r\n%sUser-Agent: %s\r\n\r\n"
            .formatted(requestLine, Target.ACCEPT, agent));
  }

  void on(URI server) {
    try {
      deed.to(server);
    } catch (IOException e) {
      throw new AssertionError("Could not do this: " + name + ": " + e, e);
    }
  }
}
