package dev.registrynotifications.monitoring;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Reads Prometheus' text format, version 0.0.4, and puts up with nothing: a line that isn't of the
 * format, a help or a type that is told twice, a series without them or twice. Prometheus itself
 * would forgive some of that.
 */
final class ScrapeReader {

  private static final Pattern HELP = Pattern.compile("# HELP (\\S+) (.+)");
  private static final Pattern TYPE =
      Pattern.compile("# TYPE (\\S+) (counter|gauge|histogram|summary|untyped)");
  private static final Pattern SAMPLE =
      Pattern.compile("([a-zA-Z_:][a-zA-Z0-9_:]*)(?:\\{(.*)})? (\\S+)");
  private static final Pattern LABEL =
      Pattern.compile("([a-zA-Z_][a-zA-Z0-9_]*)=\"((?:[^\"\\\\]|\\\\[\"\\\\n])*)\"(?:,|$)");
  private static final Pattern ESCAPE = Pattern.compile("\\\\(.)");

  /** What stands behind the name in the lines of a histogram or a summary. */
  private static final Pattern PART = Pattern.compile("_(?:bucket|count|sum)$");

  private final Map<String, String> helps = new HashMap<>();
  private final Map<String, String> types = new HashMap<>();
  private final Map<String, List<Sample>> samples = new HashMap<>();
  private final Set<Map.Entry<String, Map<String, String>>> series = new HashSet<>();

  private ScrapeReader() {}

  /**
   * Reads all of it.
   *
   * @throws IllegalArgumentException if it finds fault with it
   */
  static Scrape read(String text) {
    ScrapeReader reader = new ScrapeReader();
    text.lines().forEach(reader::accept);
    Map<String, Family> families = new HashMap<>();
    reader.types.keySet().forEach(name -> families.put(name, reader.family(name)));
    return new Scrape(text, families);
  }

  private void accept(String line) {
    Matcher help = HELP.matcher(line);
    Matcher type = TYPE.matcher(line);
    Matcher sample = SAMPLE.matcher(line);
    if (help.matches()) {
      tellOnce(helps, help.group(1), help.group(2));
    } else if (type.matches()) {
      tellOnce(types, type.group(1), type.group(2));
    } else if (sample.matches()) {
      String labels = sample.group(2);
      add(
          new Sample(
              sample.group(1), labels == null ? Map.of() : labels(labels), value(sample.group(3))));
    } else {
      throw new IllegalArgumentException("not a line of the format: \"" + line + "\"");
    }
  }

  private Family family(String name) {
    String help = helps.get(name);
    if (help == null) {
      throw new IllegalArgumentException("no help for " + name);
    }
    return new Family(types.getOrDefault(name, ""), help, samples.getOrDefault(name, List.of()));
  }

  private static void tellOnce(Map<String, String> told, String name, String what) {
    if (told.putIfAbsent(name, what) != null) {
      throw new IllegalArgumentException("told twice of " + name + ": \"" + what + "\"");
    }
  }

  private void add(Sample sample) {
    if (!series.add(Map.entry(sample.name(), sample.labels()))) {
      throw new IllegalArgumentException("twice: " + sample);
    }
    samples.computeIfAbsent(familyOf(sample.name()), name -> new ArrayList<>()).add(sample);
  }

  private String familyOf(String name) {
    String family = types.containsKey(name) ? name : PART.matcher(name).replaceFirst("");
    if (!types.containsKey(family)) {
      throw new IllegalArgumentException("no type before " + name);
    }
    return family;
  }

  private static Map<String, String> labels(String text) {
    Map<String, String> labels = new HashMap<>();
    Matcher label = LABEL.matcher(text);
    int end = 0;
    while (end < text.length() && label.find(end) && label.start() == end) {
      tellOnce(labels, label.group(1), unescaped(label.group(2)));
      end = label.end();
    }
    if (end < text.length()) {
      throw new IllegalArgumentException("not labels: {" + text + "}");
    }
    return labels;
  }

  private static String unescaped(String text) {
    return ESCAPE
        .matcher(text)
        .replaceAll(
            escape ->
                escape.group(1).equals("n") ? "\n" : Matcher.quoteReplacement(escape.group(1)));
  }

  private static double value(String text) {
    return text.equals("+Inf") ? Double.POSITIVE_INFINITY : Double.parseDouble(text);
  }
}
