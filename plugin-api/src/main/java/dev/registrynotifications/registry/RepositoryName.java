package dev.registrynotifications.registry;

import static java.util.Objects.requireNonNull;

import java.util.regex.Pattern;

/**
 * The name of a repository, without the registry's host: lower case path components separated by
 * slashes, as the OCI distribution specification 1.1 defines them ("Pulling manifests").
 *
 * @param value the name, at most 255 characters
 */
public record RepositoryName(String value) {

  /** The longest name, as in distribution's reference grammar. */
  public static final int MAX_LENGTH = 255;

  private static final String COMPONENT = "[a-z0-9]+(?:(?:\\.|_|__|-+)[a-z0-9]+)*";
  private static final Pattern NAME = Pattern.compile(COMPONENT + "(?:/" + COMPONENT + ")*");

  /**
   * Checks the name against the grammar.
   *
   * @throws IllegalArgumentException if the value is no repository name
   */
  public RepositoryName {
    requireNonNull(value, "value");
    if (value.length() > MAX_LENGTH || !NAME.matcher(value).matches()) {
      throw new IllegalArgumentException("not a repository name: " + value);
    }
  }

  /** The name itself. */
  @Override
  public String toString() {
    return value;
  }
}
