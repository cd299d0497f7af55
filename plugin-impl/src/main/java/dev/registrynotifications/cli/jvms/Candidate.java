package dev.registrynotifications.cli.jvms;

import static java.util.Objects.requireNonNull;

/**
 * A JVM of this user on this machine.
 *
 * @param pid its process
 * @param program what it runs, as its command line begins; empty if it doesn't tell
 * @param configuration the registry's configuration file; empty if there is none, or nobody knows
 */
record Candidate(long pid, String program, String configuration) {

  Candidate {
    requireNonNull(program, "program");
    requireNonNull(configuration, "configuration");
  }

  /** One that wasn't looked into. */
  static Candidate unknown(long pid, String program) {
    return new Candidate(pid, program, "");
  }

  /** The same, now that it is known what the registry in it was configured by. */
  Candidate configuredBy(String file) {
    return new Candidate(pid, program, file);
  }

  /** What a person knows it by; without its arguments, which may hold a secret. */
  String shown() {
    String first = program.strip().replaceFirst("(?s)\\s.*", "");
    return (pid + "  " + (first.isEmpty() ? "?" : first) + "  " + configuration).stripTrailing();
  }
}
