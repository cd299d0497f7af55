package dev.registrynotifications.config.reader;

import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Does to a line of a configuration file, or to several, what people do when they edit one. */
final class LineMutations {

  private static final Pattern LINE = Pattern.compile("^(\\s*(?:- )?)([A-Za-z]+):(.*)$");

  private LineMutations() {}

  static void delete(List<String> lines, int at, Random random) {
    lines.subList(at, Math.min(lines.size(), at + 1 + random.nextInt(3))).clear();
  }

  static void repeat(List<String> lines, int at, Random random) {
    lines.add(random.nextInt(lines.size()), lines.get(at));
  }

  static void swap(List<String> lines, int at, Random random) {
    lines.set(at, lines.set(random.nextInt(lines.size()), lines.get(at)));
  }

  static void indent(List<String> lines, int at, Random random) {
    String line = lines.get(at);
    lines.set(
        at,
        switch (random.nextInt(4)) {
          case 0 -> line.stripLeading();
          case 1 -> line.startsWith(" ") ? line.substring(1) : line;
          case 2 -> "\t" + line;
          default -> " ".repeat(1 + random.nextInt(4)) + line;
        });
  }

  static void rename(List<String> lines, int at, Random random) {
    Matcher line = LINE.matcher(lines.get(at));
    if (line.matches()) {
      lines.set(at, line.group(1) + misspelt(line.group(2), random) + ":" + line.group(3));
    }
  }

  private static String misspelt(String key, Random random) {
    int at = random.nextInt(key.length());
    return switch (random.nextInt(5)) {
      case 0 -> key.substring(0, at) + key.substring(at + 1);
      case 1 -> key.substring(0, at) + "x" + key.substring(at);
      case 2 -> key.toUpperCase(Locale.ROOT);
      case 3 -> key + " ";
      default -> "k".repeat(random.nextInt(2_000));
    };
  }

  static void retype(List<String> lines, int at, Random random) {
    set(lines, at, OddValues.ALL.get(random.nextInt(OddValues.ALL.size())));
  }

  private static void set(List<String> lines, int at, String value) {
    Matcher line = LINE.matcher(lines.get(at));
    if (line.matches()) {
      lines.set(at, line.group(1) + line.group(2) + ": " + value);
    }
  }

  static void swapValues(List<String> lines, int at, Random random) {
    int other = random.nextInt(lines.size());
    Matcher one = LINE.matcher(lines.get(at));
    Matcher two = LINE.matcher(lines.get(other));
    if (one.matches() && two.matches()) {
      String value = one.group(3);
      set(lines, at, two.group(3));
      set(lines, other, value);
    }
  }

  static void alias(List<String> lines, int at, Random random) {
    set(lines, at, "&a " + OddValues.ALL.get(random.nextInt(OddValues.ALL.size())));
    for (int i = random.nextInt(5); i >= 0; i--) {
      set(lines, random.nextInt(lines.size()), random.nextBoolean() ? "*a" : "[*a, *a]");
    }
  }

  static void merge(List<String> lines, int at, Random random) {
    Matcher line = LINE.matcher(lines.get(at));
    if (line.matches()) {
      String value = random.nextBoolean() ? "*base" : "[*base, [*base]]";
      lines.add(at, " ".repeat(line.group(1).length()) + "<<: " + value);
      lines.add(0, "base: &base " + (random.nextBoolean() ? "{timeout: 500, name: a}" : "5"));
    }
  }

  static void nest(List<String> lines, int at, Random random) {
    int depth = 1 << random.nextInt(16);
    boolean isMapping = random.nextBoolean();
    String opened = (isMapping ? "{a: " : "[").repeat(depth);
    set(lines, at, opened + (random.nextBoolean() ? (isMapping ? "}" : "]").repeat(depth) : ""));
  }

  static void laugh(List<String> lines, int at, Random random) {
    set(lines, at, "*l9");
    int width = 2 + random.nextInt(60);
    for (int i = 9; i >= 1; i--) {
      String references = ("*l" + (i - 1) + ", ").repeat(width);
      lines.add(0, "l" + i + ": &l" + i + " [" + references + "]");
    }
    lines.add(0, "l0: &l0 " + (random.nextBoolean() ? "lol" : "{name: lol}"));
  }

  static void enlarge(List<String> lines, int at, Random random) {
    String unit = OddValues.UNITS.get(random.nextInt(OddValues.UNITS.size()));
    String large = unit.repeat((1 << random.nextInt(22)) / unit.length() + 1);
    set(lines, at, random.nextBoolean() ? large : "'" + large + "'");
  }
}
