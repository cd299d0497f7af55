package dev.registrynotifications.comparison.receiver;

import java.time.Duration;

/**
 * How a receiver answers.
 *
 * @param delay how long it waits before each answer, in whole milliseconds
 * @param closing whether it closes the connection with each answer
 * @param remembering whether it notes the ids of events, which costs it time and memory
 */
public record Behaviour(Duration delay, boolean closing, boolean remembering) {

  /** Answers at once, and lets the connection live. */
  public static final Behaviour PROMPT = new Behaviour(Duration.ZERO, false, false);

  /** Answers so late, as from far away. */
  public static Behaviour after(Duration delay) {
    return new Behaviour(delay, false, false);
  }

  /** Answers at once, and closes the connection. */
  public static Behaviour hangingUp() {
    return new Behaviour(Duration.ZERO, true, false);
  }

  /** Answers at once, and can tell events that came twice. */
  public static Behaviour withMemory() {
    return new Behaviour(Duration.ZERO, false, true);
  }

  static Behaviour parse(String delay, String closing, String remembering) {
    return new Behaviour(
        Duration.ofMillis(Long.parseLong(delay)),
        Boolean.parseBoolean(closing),
        Boolean.parseBoolean(remembering));
  }

  String text() {
    return delay.toMillis() + " " + closing + " " + remembering;
  }
}
