package dev.registrynotifications.cli.look;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.jr.ob.JSON;
import dev.registrynotifications.cli.Printed;
import dev.registrynotifications.cli.ScriptedBean;
import dev.registrynotifications.management.NotificationsMXBean;
import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Scripts read the configuration, and whether it is that of the file. */
class ConfigCommandTest {

  @Test
  void tellsScriptsWhatIsInForceAndWhatIsWrongWithTheFile() throws IOException {
    NotificationsMXBean notifications =
        ScriptedBean.of(NotificationsMXBean.class)
            .answering("getConfiguration", () -> "notifications:\n  enabled: true\n")
            .answering("getConfigurationFile", () -> "/etc/registry.yml")
            .answering("getConfigurationTime", () -> "2026-11-24T08:30:00Z")
            .answering("getConfigurationProblems", () -> "Could not read it:\n  1. line 7")
            .bean();
    Printed printed = new Printed();

    printed.terminal().print(ConfigCommand.json(notifications));

    assertThat(JSON.std.mapFrom(String.join("\n", printed.out())))
        .containsEntry("configuration", "notifications:\n  enabled: true\n")
        .containsEntry("file", "/etc/registry.yml")
        .containsEntry("time", "2026-11-24T08:30:00Z")
        .containsEntry("problems", List.of("line 7"));
  }
}
