package dev.registrynotifications.cli.jvms;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

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
      look.into(candidate.pid()).map(candidate::configuredBy).ifPresent(registries::add);
    } catch (SilentJvmException e) {
      silent.add(candidate);
    } catch (IOException | SecurityException e) {
      // It ends at this moment, or is no JVM that anybody may look into.
    }
  }

  /** Asks a process whether a registry runs in it. */
  @FunctionalInterface
  interface Look {

    /** What the registry was configured by; empty if none runs. Fails if it can't be asked. */
    Optional<String> into(long pid) throws IOException;
  }
}
