package dev.registrynotifications.cli.jvms;

import java.util.List;
import java.util.stream.Collectors;

/** Which JVM is meant, if nobody said so: the only one that can be. */
final class JvmChoice {

  private JvmChoice() {}

  /**
   * Chooses.
   *
   * @param all the JVMs that could be looked at
   * @param registries those of them in which the plugin runs
   * @param silent those of them that don't answer: each may be the one that is meant
   * @throws NoRegistryException if there isn't exactly one of these, with what to do
   */
  static Candidate of(List<Candidate> all, List<Candidate> registries, List<Candidate> silent) {
    if (!silent.isEmpty()) {
      throw new NoRegistryException(
          "A JVM doesn't answer, and may be the registry; say which one is meant with --pid:"
              + listed(silent)
              + listed(registries));
    }
    if (registries.size() == 1) {
      return registries.get(0);
    }
    if (registries.size() > 1) {
      throw new NoRegistryException(
          "There are several registries; say which one with --pid:" + listed(registries));
    }
    throw new NoRegistryException(
        all.isEmpty()
            ? "There is no JVM of this user to look for a registry in; give --pid or --url"
            : "The plugin runs in none of this user's JVMs; if it should in one of these, give"
                + " --pid to see why not, or give --url:"
                + listed(all));
  }

  private static String listed(List<Candidate> candidates) {
    return candidates.stream()
        .map(candidate -> System.lineSeparator() + "  " + candidate.shown())
        .collect(Collectors.joining());
  }
}
