package dev.registrynotifications.config.reader;

import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Replaces {@code ${env:NAME}} and {@code ${file:PATH}} in a text by what they stand for; {@code
 * $${env:NAME}} is {@code ${env:NAME}} itself. Only where a secret may be needed: in every value,
 * as the whole file before it is parsed, a secret could make YAML of its own. What is replaced
 * isn't looked at again.
 */
final class Interpolation {

  private static final Pattern REFERENCE =
      Pattern.compile(
          "(?<escape>\\$?)(?<itself>\\$\\{(?<kind>env|file):(?<name>[^}\\p{Cntrl}]*)})");

  private final Map<String, String> environment;
  private final SecretFiles files;

  /**
   * Replaces with this environment.
   *
   * @param directory where relative names of files begin
   */
  Interpolation(Map<String, String> environment, Path directory) {
    this.environment = environment;
    this.files = new SecretFiles(directory);
  }

  /**
   * The text with all references replaced; empty after a mistake.
   *
   * @param mistakes told what is wrong, to follow the name of the key
   */
  Optional<String> replace(String text, Consumer<String> mistakes) {
    StringBuilder replaced = new StringBuilder();
    boolean complete = true;
    Matcher reference = REFERENCE.matcher(text);
    while (reference.find()) {
      Optional<String> value = value(reference, mistakes);
      complete &= value.isPresent();
      reference.appendReplacement(replaced, Matcher.quoteReplacement(value.orElse("")));
    }
    reference.appendTail(replaced);
    return complete ? Optional.of(replaced.toString()) : Optional.empty();
  }

  private Optional<String> value(Matcher reference, Consumer<String> mistakes) {
    String name = reference.group("name");
    if (!reference.group("escape").isEmpty()) {
      return Optional.of(reference.group("itself"));
    }
    if (name.isBlank()) {
      mistakes.accept("has a " + reference.group("itself") + " that names nothing");
      return Optional.empty();
    }
    return reference.group("kind").equals("env")
        ? variable(name, mistakes)
        : files.content(name, mistakes);
  }

  private Optional<String> variable(String name, Consumer<String> mistakes) {
    Optional<String> value = Optional.ofNullable(environment.get(name));
    if (value.isEmpty()) {
      mistakes.accept("names the environment variable " + name + ", which isn't set");
    }
    return value;
  }
}
