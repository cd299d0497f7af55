package dev.registrynotifications.cli.connect;

import org.jspecify.annotations.Nullable;

/**
 * Why there is no connection, in a line: the innermost reason that says anything is the plain one;
 * around it are the layers of RMI.
 */
public final class Reason {

  private static final String LAYER = "; nested exception is:";

  private Reason() {}

  /** Of what was thrown. */
  public static String of(Throwable failure) {
    String text = failure.getClass().getSimpleName();
    for (Throwable each = failure; each != null; each = each.getCause()) {
      String said = firstLine(each.getMessage());
      text = said.isEmpty() ? text : said;
    }
    return text;
  }

  private static String firstLine(@Nullable String message) {
    String line = message == null ? "" : message.lines().findFirst().orElse("").strip();
    return line.endsWith(LAYER) ? line.substring(0, line.length() - LAYER.length()) : line;
  }
}
