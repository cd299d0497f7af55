package dev.registrynotifications.cli.jvms;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** One JVM that can't be asked doesn't stand in the way of the others. */
class JvmSearchTest {

  private static final Candidate HANGING = new Candidate(7, "jetty.jar --token geheim");
  private static final Candidate HOST = new Candidate(8, "registry.jar");
  private static final Candidate GONE = new Candidate(9, "maven");

  private final List<String> told = new ArrayList<>();

  @Test
  void findsTheRegistryBesideOneThatDoesNotAnswer() {
    Candidate found =
        new JvmSearch(JvmSearchTest::look, told::add).among(List.of(HANGING, HOST, GONE));

    assertThat(found).isEqualTo(HOST);
    assertThat(told).containsExactly("This JVM doesn't answer, and is left out:  7  jetty.jar");
  }

  private static boolean look(long pid) throws IOException {
    if (pid == HANGING.pid()) {
      throw new SilentJvmException("it doesn't answer", new IOException("timed out"));
    }
    if (pid == GONE.pid()) {
      throw new IOException("there is no such process");
    }
    return true;
  }
}
