package dev.registrynotifications.config.reader;

import dev.registrynotifications.config.yaml.ByteSize;
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
          "(?<escape>\\$?)(?<itself>\\$\\{(?<kind>env|file):(?<name>[^}\\p{Cntrl}]{0,4096}+)})");

  /** Longer texts hold no secret that anybody could use. */
  private static final int MAX_LENGTH = 64 * 1024;

  /** Of all that is replaced: a file that is named often is kept often. */
  private static final int MAX_REPLACED = 1024 * 1024;

  private final Map<String, String> environment;
  private final SecretFiles files;
  private long replaced;

  /**
   * Replaces with this environment.
   *
   * @param directory where relative names of files begin
   */
  Interpolation(Map<String, String> environment, Path directory, SmallFiles files) {
    this.environment = environment;
    this.files = new SecretFiles(directory, files);
  }

  /**
   * The text with all references replaced; empty after a mistake.
   *
   * @param mistakes told what is wrong, to follow the name of the key
   */
  Optional<String> replace(String text, Consumer<String> mistakes) {
    if (text.length() > MAX_LENGTH) {
      mistakes.accept("is longer than " + ByteSize.text(MAX_LENGTH));
      return Optional.empty();
    }
    StringBuilder whole = new StringBuilder();
    boolean complete = true;
    Matcher reference = REFERENCE.matcher(text);
    while (reference.find()) {
      Optional<String> value = value(reference, mistakes);
      complete &= value.isPresent();
      replaced += value.map(String::length).orElse(0);
      reference.appendReplacement(whole, Matcher.quoteReplacement(value.orElse("")));
    }
    reference.appendTail(whole);
    return complete ? Optional.of(whole.toString()) : Optional.empty();
  }

  private Optional<String> value(Matcher reference, Consumer<String> mistakes) {
    String name = reference.group("name");
    if (replaced > MAX_REPLACED) {
      mistakes.accept(
          "names too much: what is replaced is longer than " + ByteSize.text(MAX_REPLACED));
      return Optional.empty();
    }
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
