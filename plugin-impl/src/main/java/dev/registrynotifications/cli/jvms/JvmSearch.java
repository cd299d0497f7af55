package dev.registrynotifications.cli.jvms;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/**
 * Looks into JVMs for the only registry among them. One that doesn't let itself be looked into is
 * none; of one that doesn't answer nobody knows, which is told.
 */
final class JvmSearch {

  private final Look look;
  private final Consumer<String> teller;

  /**
   * Searches so.
   *
   * @param teller told of each JVM that is left out, for people
   */
  JvmSearch(Look look, Consumer<String> teller) {
    this.look = look;
    this.teller = teller;
  }

  /**
   * Finds it.
   *
   * @throws NoRegistryException if there isn't exactly one, with what to do
   */
  Candidate among(List<Candidate> all) {
    List<Candidate> registries = new ArrayList<>();
    for (Candidate candidate : all) {
      if (isRegistry(candidate)) {
        registries.add(candidate);
      }
    }
    return JvmChoice.of(all, registries);
  }

  private boolean isRegistry(Candidate candidate) {
    try {
      return look.isRegistry(candidate.pid());
    } catch (SilentJvmException e) {
      teller.accept("This JVM doesn't answer, and is left out:  " + candidate.shown());
      return false;
    } catch (IOException | SecurityException e) {
      return false;
    }
  }

  /** Whether a registry runs in a process. */
  @FunctionalInterface
  interface Look {

    /** Asks it; fails if it can't be asked. */
    boolean isRegistry(long pid) throws IOException;
  }
}
