package dev.registrynotifications.config.reader;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_16LE;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.nio.charset.Charset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.function.BiFunction;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Does to a configuration file what people, programs and disks do to one. */
final class Mutations {

  private static final Pattern LINE = Pattern.compile("^(\\s*(?:- )?)([A-Za-z]+):(.*)$");

  private static final List<String> VALUES =
      List.of(
          "",
          "~",
          "[]",
          "{}",
          "''",
          "' '",
          "0",
          "-1",
          "5",
          "1e999",
          "0x7f",
          "007",
          ".inf",
          "yes",
          "off",
          "2001-01-01",
          "1:30",
          "1d",
          "500",
          "1GB",
          "1Gb",
          "[[a]]",
          "[{a: b}]",
          "{a: b}",
          "{a: {b: {c: [d]}}}",
          "[a, b",
          "{a: b",
          "[1, 2]",
          "|",
          ">",
          "- a",
          "? a",
          "!!binary a",
          "!!java.io.File a",
          "!a!b c",
          "!c d",
          "*none",
          "&anchor a",
          "&anchor",
          "@a",
          "`a`",
          "%a",
          "\"a",
          "'a",
          "\"\\q\"",
          "\"\\0\"",
          "\"a\\nb\"",
          "\"\\x1b[2J\"",
          "a: b",
          "a #b",
          "\t",
          "${env:MISSING}",
          "${file:missing}",
          "${file:.}",
          "${env:}",
          "$${env:A}",
          "${env:A",
          "/dev/zero",
          ".",
          "\"a\\0b\"",
          "http://[",
          "http://a:99999",
          "*",
          "**",
          "[a-",
          "{a,b",
          "null_",
          "<<",
          "ä",
          "\uD83D\uDE00",
          "2.5",
          "9".repeat(400),
          "whsec_",
          "whsec_*",
          "none");

  private static final List<String> UNITS =
      List.of("a", "9", "a*", "1s", "${env:", "a, ", "[", "ä", "\\");

  private static final List<Mutation> KINDS =
      List.of(
          new Mutation("delete a line", lines(Mutations::delete)),
          new Mutation("repeat a line", lines(Mutations::repeat)),
          new Mutation("swap two lines", lines(Mutations::swap)),
          new Mutation("indent a line", lines(Mutations::indent)),
          new Mutation("rename a key", lines(Mutations::rename)),
          new Mutation("give a key another value", lines(Mutations::retype)),
          new Mutation("swap two values", lines(Mutations::swapValues)),
          new Mutation("repeat a key with an alias", lines(Mutations::alias)),
          new Mutation("merge an anchor", lines(Mutations::merge)),
          new Mutation("nest deeply", lines(Mutations::nest)),
          new Mutation("laugh", lines(Mutations::laugh)),
          new Mutation("enlarge a value", lines(Mutations::enlarge)),
          new Mutation("repeat the whole", Mutations::repeatWhole),
          new Mutation("insert bytes", Mutations::insertBytes),
          new Mutation("cut off", Mutations::cutOff),
          new Mutation("save in another encoding", Mutations::encode));

  private Mutations() {}

  /** Changes a file once to three times. */
  static Mutated mutate(String yaml, Random random) {
    List<String> names = new ArrayList<>();
    byte[] content = yaml.getBytes(UTF_8);
    for (int i = random.nextInt(3); i >= 0; i--) {
      Mutation mutation = KINDS.get(random.nextInt(KINDS.size()));
      names.add(mutation.name());
      content = mutation.change().apply(content, random);
    }
    return new Mutated(String.join(", ", names), content);
  }

  private static Change lines(LineChange change) {
    return (content, random) -> {
      List<String> lines = new ArrayList<>(new String(content, UTF_8).lines().toList());
      if (!lines.isEmpty()) {
        change.apply(lines, random.nextInt(lines.size()), random);
      }
      return String.join("\n", lines).getBytes(UTF_8);
    };
  }

  private static void delete(List<String> lines, int at, Random random) {
    lines.subList(at, Math.min(lines.size(), at + 1 + random.nextInt(3))).clear();
  }

  private static void repeat(List<String> lines, int at, Random random) {
    lines.add(random.nextInt(lines.size()), lines.get(at));
  }

  private static void swap(List<String> lines, int at, Random random) {
    lines.set(at, lines.set(random.nextInt(lines.size()), lines.get(at)));
  }

  private static void indent(List<String> lines, int at, Random random) {
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

  private static void rename(List<String> lines, int at, Random random) {
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

  private static void retype(List<String> lines, int at, Random random) {
    set(lines, at, VALUES.get(random.nextInt(VALUES.size())));
  }

  private static void set(List<String> lines, int at, String value) {
    Matcher line = LINE.matcher(lines.get(at));
    if (line.matches()) {
      lines.set(at, line.group(1) + line.group(2) + ": " + value);
    }
  }

  private static void swapValues(List<String> lines, int at, Random random) {
    int other = random.nextInt(lines.size());
    Matcher one = LINE.matcher(lines.get(at));
    Matcher two = LINE.matcher(lines.get(other));
    if (one.matches() && two.matches()) {
      String value = one.group(3);
      set(lines, at, two.group(3));
      set(lines, other, value);
    }
  }

  private static void alias(List<String> lines, int at, Random random) {
    set(lines, at, "&a " + VALUES.get(random.nextInt(VALUES.size())));
    for (int i = random.nextInt(5); i >= 0; i--) {
      set(lines, random.nextInt(lines.size()), random.nextBoolean() ? "*a" : "[*a, *a]");
    }
  }

  private static void merge(List<String> lines, int at, Random random) {
    Matcher line = LINE.matcher(lines.get(at));
    if (line.matches()) {
      String value = random.nextBoolean() ? "*base" : "[*base, [*base]]";
      lines.add(at, " ".repeat(line.group(1).length()) + "<<: " + value);
      lines.add(0, "base: &base " + (random.nextBoolean() ? "{timeout: 500, name: a}" : "5"));
    }
  }

  private static void nest(List<String> lines, int at, Random random) {
    int depth = 1 << random.nextInt(16);
    boolean isMapping = random.nextBoolean();
    String opened = (isMapping ? "{a: " : "[").repeat(depth);
    set(lines, at, opened + (random.nextBoolean() ? (isMapping ? "}" : "]").repeat(depth) : ""));
  }

  private static void laugh(List<String> lines, int at, Random random) {
    set(lines, at, "*l9");
    int width = 2 + random.nextInt(60);
    for (int i = 9; i >= 1; i--) {
      String references = ("*l" + (i - 1) + ", ").repeat(width);
      lines.add(0, "l" + i + ": &l" + i + " [" + references + "]");
    }
    lines.add(0, "l0: &l0 " + (random.nextBoolean() ? "lol" : "{name: lol}"));
  }

  private static void enlarge(List<String> lines, int at, Random random) {
    String unit = UNITS.get(random.nextInt(UNITS.size()));
    String large = unit.repeat((1 << random.nextInt(22)) / unit.length() + 1);
    set(lines, at, random.nextBoolean() ? large : "'" + large + "'");
  }

  private static byte[] repeatWhole(byte[] content, Random random) {
    String text = new String(content, UTF_8);
    return text.repeat(1 + random.nextInt(5)).getBytes(UTF_8);
  }

  private static byte[] insertBytes(byte[] content, Random random) {
    byte[] bytes = new byte[1 + random.nextInt(8)];
    random.nextBytes(bytes);
    return insert(content, bytes, random.nextInt(content.length + 1));
  }

  private static byte[] insert(byte[] content, byte[] bytes, int at) {
    byte[] whole = Arrays.copyOf(content, content.length + bytes.length);
    System.arraycopy(bytes, 0, whole, at, bytes.length);
    System.arraycopy(content, at, whole, at + bytes.length, content.length - at);
    return whole;
  }

  private static byte[] cutOff(byte[] content, Random random) {
    return Arrays.copyOf(content, random.nextInt(content.length + 1));
  }

  private static byte[] encode(byte[] content, Random random) {
    Charset charset = random.nextBoolean() ? UTF_16LE : ISO_8859_1;
    return ("\u00e4" + new String(content, UTF_8)).getBytes(charset);
  }

  /** A kind of change to a file. */
  private interface Change extends BiFunction<byte[], Random, byte[]> {}

  /** A kind of change to a line. */
  private interface LineChange {
    void apply(List<String> lines, int at, Random random);
  }

  private record Mutation(String name, Change change) {}

  /** A file that was changed, and how. */
  @SuppressWarnings("ArrayRecordComponent") // Compared by nobody; written to a file, not copied.
  record Mutated(String how, byte[] content) {}
}
