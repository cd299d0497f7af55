package dev.registrynotifications.config.reader;

import dev.registrynotifications.plugin.PluginException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Whether what becomes of a configuration file is what an operator can work with. */
final class Verdict {

  private static final int MAX_LENGTH = 32 * 1024;
  private static final Pattern PROBLEM = Pattern.compile(" {2}(\\d+)\\. .+:\\d+:\\d+: \\S.*");
  private static final Pattern MORE = Pattern.compile(" {2}… and (at least )?\\d+ more");

  /** Words of Java's. Texts that are quoted have been mutated, and may say anything. */
  private static final Pattern JAVAS =
      Pattern.compile("\\bnull\\b|Exception|\\tat |\\b(java|javax|jdk|sun|org\\.yaml)\\.\\w");

  private Verdict() {}

  /** What is wrong with it; empty if it is read, or refused with a good list. */
  static List<String> of(ConfigReader reader, Path file) {
    try {
      Objects.requireNonNull(reader.read(file));
      return List.of();
    } catch (PluginException e) {
      return faults(Objects.requireNonNullElse(e.getMessage(), "")).stream()
          .map(fault -> fault + " in: " + e.getMessage())
          .toList();
    }
  }

  private static List<String> faults(String message) {
    List<String> faults = new ArrayList<>();
    if (message.length() > MAX_LENGTH) {
      faults.add("too long");
    }
    if (JAVAS.matcher(message.replaceAll("\"[^\"\\n]*\"", "")).find()) {
      faults.add("a word of Java's");
    }
    if (!message.matches("Could not read the configuration file [^\\n]+, which [^\\n]+")) {
      faults.addAll(faultsOfList(message.lines().toList()));
    }
    return faults;
  }

  private static List<String> faultsOfList(List<String> lines) {
    List<String> faults = new ArrayList<>();
    if (!lines.get(0).equals("Could not read the notifications configuration:")) {
      faults.add("no heading");
    }
    for (int i = 1; i < lines.size(); i++) {
      boolean isLast = i == lines.size() - 1;
      if (!isNumbered(lines.get(i), i) && !(isLast && MORE.matcher(lines.get(i)).matches())) {
        faults.add("line " + i + " has no number or place");
      }
    }
    if (lines.size() < 2) {
      faults.add("no list");
    }
    return faults;
  }

  private static boolean isNumbered(String line, int number) {
    Matcher problem = PROBLEM.matcher(line);
    return problem.matches() && Integer.parseInt(problem.group(1)) == number;
  }
}
