package dev.registrynotifications.config.reader;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.registrynotifications.plugin.PluginException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/** What is said of a configuration file that is refused. */
final class Refusals {

  private Refusals() {}

  /** Its mistakes: {@code line:column: …}, where {@code FILE} is the file. */
  static List<String> mistakes(Path file) {
    return message(file)
        .lines()
        .skip(1)
        .map(line -> line.replaceFirst("^ +\\d+\\. ", ""))
        .map(line -> line.replaceFirst("^" + Pattern.quote(file + ":"), ""))
        .map(line -> line.replace(file.toString(), "FILE"))
        .toList();
  }

  /** All of it. */
  static String message(Path file) {
    return requireNonNull(
        catchThrowableOfType(PluginException.class, () -> reader().read(file)).getMessage());
  }

  static ConfigReader reader() {
    return new ConfigReader(Map.of(), null);
  }
}
