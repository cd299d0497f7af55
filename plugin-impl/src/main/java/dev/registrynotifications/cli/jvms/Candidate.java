package dev.registrynotifications.cli.jvms;

import static java.util.Objects.requireNonNull;

/**
 * A JVM of this user on this machine.
 *
 * @param pid its process
 * @param program what it runs, as its command line begins; empty if it doesn't tell
 */
record Candidate(long pid, String program) {

  Candidate {
    requireNonNull(program, "program");
  }

  /** What a person knows it by; without its arguments, which may hold a secret. */
  String shown() {
    String first = program.strip().replaceFirst("(?s)\\s.*", "");
    return pid + "  " + (first.isEmpty() ? "?" : first);
  }
}
