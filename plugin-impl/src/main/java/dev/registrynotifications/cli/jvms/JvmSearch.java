package dev.registrynotifications.cli.jvms;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/**
 * Looks into JVMs for the only registry among them. One that fails is none; of one that doesn't
 * answer nobody knows.
 */
final class JvmSearch {

  private final Look look;
  private final List<Candidate> registries = new ArrayList<>();
  private final List<Candidate> silent = new ArrayList<>();

  JvmSearch(Look look) {
    this.look = look;
  }

  /**
   * Finds it.
   *
   * @throws NoRegistryException if there isn't exactly one, or nobody knows, with what to do
   */
  Candidate among(List<Candidate> all) {
    all.forEach(this::lookInto);
    return JvmChoice.of(all, registries, silent);
  }

  private void lookInto(Candidate candidate) {
    try {
      if (look.isRegistry(candidate.pid())) {
        registries.add(candidate);
      }
    } catch (SilentJvmException e) {
      silent.add(candidate);
    } catch (IOException | SecurityException e) {
      // It ends at this moment, or is no JVM that anybody may look into.
    }
  }

  /** Whether a registry runs in a process. */
  @FunctionalInterface
  interface Look {

    /** Asks it; fails if it can't be asked. */
    boolean isRegistry(long pid) throws IOException;
  }
}
