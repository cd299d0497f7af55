package dev.registrynotifications.registry;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RepositoryNameTest {

  @ParameterizedTest
  @ValueSource(strings = {"a", "hello/world", "team-a/app_1/x.y", "a__b", "a--b", "0/1/2"})
  void takesWhatTheSpecificationAllows(String name) {
    assertThat(new RepositoryName(name)).hasToString(name);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "A", "/a", "a/", "a//b", "a..b", "a___b", "-a", "a_", "a b", "a:b"})
  void refusesOtherNames(String name) {
    assertThatThrownBy(() -> new RepositoryName(name))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("not a repository name: " + name);
  }

  @Test
  void refusesNamesOverTheLimit() {
    String longest = "a".repeat(RepositoryName.MAX_LENGTH);

    assertThat(new RepositoryName(longest)).hasToString(longest);
    assertThatThrownBy(() -> new RepositoryName(longest + "a"))
        .isInstanceOf(IllegalArgumentException.class);
  }
}
