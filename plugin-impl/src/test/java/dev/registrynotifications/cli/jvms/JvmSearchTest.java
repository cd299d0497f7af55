package dev.registrynotifications.cli.jvms;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** A JVM that ends meanwhile doesn't stand in the way; one that doesn't answer does. */
class JvmSearchTest {

  private static final Candidate HANGING = Candidate.unknown(7, "jetty.jar --token geheim");
  private static final Candidate HOST = Candidate.unknown(8, "registry.jar");
  private static final Candidate GONE = Candidate.unknown(9, "maven");

  private final JvmSearch search = new JvmSearch(JvmSearchTest::look);

  @Test
  void findsTheRegistryBesideOneThatIsGone() {
    assertThat(search.among(List.of(HOST, GONE))).isEqualTo(HOST.configuredBy("/srv/config.yml"));
  }

  @Test
  void takesNoRegistryForTheOnlyOneBesideOneThatDoesNotAnswer() {
    assertThatThrownBy(() -> search.among(List.of(HANGING, HOST, GONE)))
        .isInstanceOf(NoRegistryException.class)
        .hasMessage(
            String.join(
                System.lineSeparator(),
                "A JVM doesn't answer, and may be the registry; say which one is meant with --pid:",
                "  7  jetty.jar",
                "  8  registry.jar  /srv/config.yml"));
  }

  private static Optional<String> look(long pid) throws IOException {
    if (pid == HANGING.pid()) {
      throw new SilentJvmException("it doesn't answer", new IOException("timed out"));
    }
    if (pid == GONE.pid()) {
      throw new IOException("there is no such process");
    }
    return Optional.of("/srv/config.yml");
  }
}
