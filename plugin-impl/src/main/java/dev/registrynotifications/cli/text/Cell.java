package dev.registrynotifications.cli.text;

/** A piece of text as a terminal may show it. */
final class Cell {

  private Cell() {}

  /**
   * One line without control characters: what a receiver answered is printed, and mustn't steer the
   * terminal.
   */
  static String plain(String text) {
    return text.replaceAll("[\\p{Cntrl}\\u0080-\\u009f\\u2028\\u2029]+", " ").strip();
  }

  /** Cut to so many characters, and marked as cut. */
  static String cut(String text, int width, String ellipsis) {
    if (text.length() <= width) {
      return text;
    }
    int kept = Math.max(0, width - ellipsis.length());
    boolean splitsPair = kept > 0 && Character.isHighSurrogate(text.charAt(kept - 1));
    return text.substring(0, splitsPair ? kept - 1 : kept) + ellipsis;
  }

  /** Filled with blanks. */
  static String pad(String text, int width, boolean right) {
    String blanks = " ".repeat(Math.max(0, width - text.length()));
    return right ? blanks + text : text + blanks;
  }
}
