package dev.registrynotifications.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.jr.ob.JSON;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A configuration is checked by scripts, too, and with the environment that they give. */
class CheckConfigTest {

  private static final String CONFIGURATION =
      """
      notifications:
        enabled: true
        journal: {type: memory, maxBytes: 32MiB}
        endpoints:
          - {name: ci, url: "https://${env:HOST}/"}
      """;

  @TempDir private Path work;

  @Test
  void tellsScriptsWhatWouldBeStarted() throws IOException {
    Path file = configuration(CONFIGURATION.replace("${env:HOST}", "ci.example.com"));

    Typed typed = Typed.of("check-config", "--json", file.toString());

    assertThat(typed.code()).isZero();
    assertThat(json(typed))
        .containsEntry("file", file.toString())
        .containsEntry("fine", true)
        .containsEntry("enabled", true)
        .containsEntry("problems", List.of())
        .containsEntry("journal", Map.of("type", "memory", "maxBytes", 32 << 20))
        .containsEntry(
            "endpoints", List.of(Map.of("name", "ci", "url", "https://ci.example.com/")));
  }

  @Test
  void tellsScriptsAllMistakes() throws IOException {
    Path file = configuration(CONFIGURATION.replace("name: ci", "nam: ci"));

    Typed typed = Typed.of("check-config", "--json", file.toString());

    assertThat(typed.code()).isEqualTo(1);
    assertThat(typed.err()).isEmpty();
    assertThat(json(typed))
        .containsEntry("fine", false)
        .containsOnlyKeys("file", "fine", "problems");
    assertThat((List<?>) json(typed).get("problems"))
        .hasSize(3)
        .allMatch(problem -> String.valueOf(problem).startsWith(file + ":"))
        .anyMatch(problem -> String.valueOf(problem).contains("nam isn't known"));
  }

  @Test
  void readsTheEnvironmentThatItIsGiven() throws IOException {
    Path file = configuration(CONFIGURATION);

    Typed without = Typed.of("check-config", file.toString());
    Typed with = Typed.with(Map.of("HOST", "given.example.com"), "check-config", file.toString());

    assertThat(without.code()).isEqualTo(1);
    assertThat(with.code()).isZero();
    assertThat(with.out()).last().asString().contains("https://given.example.com/");
  }

  private static Map<String, Object> json(Typed typed) throws IOException {
    return JSON.std.mapFrom(String.join("\n", typed.out()));
  }

  private Path configuration(String text) throws IOException {
    return Files.writeString(work.resolve("config.yml"), text);
  }
}
