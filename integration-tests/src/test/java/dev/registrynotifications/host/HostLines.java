package dev.registrynotifications.host;

import static dev.registrynotifications.Patience.DEADLINE;
import static org.awaitility.Awaitility.await;

import java.util.List;

/** Looks for lines of what a host has written, which are read a moment after that. */
public final class HostLines {

  private HostLines() {}

  /** The lines so far that have that in them. */
  public static List<String> with(String part, HostProcess host) {
    return host.output().stream().filter(line -> line.contains(part)).toList();
  }

  /** Waits for a line with that in it, or more of them. */
  public static void awaitAny(String part, HostProcess host) {
    await().atMost(DEADLINE).until(() -> !with(part, host).isEmpty());
  }

  /** Waits for so many lines with that in them: no more of them must come. */
  public static void awaitAll(int count, String part, HostProcess host) {
    await().atMost(DEADLINE).until(() -> with(part, host).size(), lines -> lines == count);
  }
}
