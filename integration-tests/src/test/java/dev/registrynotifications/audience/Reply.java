package dev.registrynotifications.audience;

import static java.util.Objects.requireNonNull;

/**
 * How a program answers a request.
 *
 * @param status the HTTP status
 * @param why what it finds fault with, as the body says; empty if with nothing
 */
public record Reply(int status, String why) {

  /** It takes the request. */
  public static final Reply OK = new Reply(200, "");

  /** Nothing may be missing. */
  public Reply {
    requireNonNull(why, "why");
  }

  /** It doesn't take it. */
  public static Reply refusal(int status, String why) {
    return new Reply(status, why);
  }

  boolean isRefusal() {
    return status / 100 != 2;
  }
}
