package dev.registrynotifications.cli.jvms;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;

/** Which JVM is meant, and what an operator is told when nobody can know. */
class JvmChoiceTest {

  private static final Candidate MAVEN = Candidate.unknown(7, "org.codehaus.Launcher verify");
  private static final Candidate HOST =
      new Candidate(8, "registry.jar --token geheim", "/srv/a/config.yml");
  private static final Candidate OTHER = Candidate.unknown(9, "");

  @Test
  void takesTheOnlyRegistry() {
    assertThat(JvmChoice.of(List.of(MAVEN, HOST), List.of(HOST), List.of())).isEqualTo(HOST);
  }

  @Test
  void listsRegistriesWithoutTheirArguments() {
    assertThatThrownBy(
            () -> JvmChoice.of(List.of(MAVEN, HOST, OTHER), List.of(HOST, OTHER), List.of()))
        .isInstanceOf(NoRegistryException.class)
        .hasMessage(
            String.join(
                System.lineSeparator(),
                "There are several registries; say which one with --pid:",
                "  8  registry.jar  /srv/a/config.yml",
                "  9  ?"));
  }

  @Test
  void listsWhatCouldBeOne() {
    assertThatThrownBy(() -> JvmChoice.of(List.of(MAVEN), List.of(), List.of()))
        .isInstanceOf(NoRegistryException.class)
        .hasMessageStartingWith("The plugin runs in none of this user's JVMs")
        .hasMessageContaining("--pid")
        .hasMessageContaining("--url")
        .hasMessageEndingWith("  7  org.codehaus.Launcher");
  }

  @Test
  void saysWhatToDoWithoutAnyJvm() {
    assertThatThrownBy(() -> JvmChoice.of(List.of(), List.of(), List.of()))
        .isInstanceOf(NoRegistryException.class)
        .hasMessage("There is no JVM of this user to look for a registry in; give --pid or --url");
  }
}
