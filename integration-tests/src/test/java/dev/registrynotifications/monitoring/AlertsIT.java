package dev.registrynotifications.monitoring;

import static org.assertj.core.api.Assertions.assertThat;

import dev.registrynotifications.peers.Program;
import dev.registrynotifications.peers.RequiresProgram;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The alerts that are shipped are right, and each of them is known to fire. */
class AlertsIT {

  /** What an endpoint's MBean says. */
  private static final Set<String> STATES =
      Set.of("delivering", "backing off", "paused", "waiting for the journal", "stopped");

  @TempDir private Path work;

  @Test
  @RequiresProgram(Program.PROMTOOL)
  void areWellFormed() throws Exception {
    Promtool.Result result = promtool("check", MonitoringFiles.ALERTS);

    assertThat(result.exitCode()).as("%s", result.output()).isZero();
  }

  @Test
  @RequiresProgram(Program.PROMTOOL)
  void fireWhenTheyShallAndNotOtherwise() throws Exception {
    Promtool.Result result = promtool("test", MonitoringFiles.ALERTS_TEST);

    assertThat(result.exitCode()).as("%s", result.output()).isZero();
  }

  @Test
  void areTestedEach() throws IOException {
    Set<String> alerts = MonitoringFiles.find("- alert: (\\w+)", MonitoringFiles.ALERTS);

    assertThat(alerts).hasSizeGreaterThan(10);
    assertThat(MonitoringFiles.find("alertname=\"(\\w+)\", alert", MonitoringFiles.ALERTS_TEST))
        .isEqualTo(alerts);
  }

  @Test
  void sayWhatIsWrongAndWhatToDo() throws IOException {
    String alerts = MonitoringFiles.text(MonitoringFiles.ALERTS);
    long count = count("- alert: ", alerts);

    assertThat(count("^ *severity: (?:warning|critical)$", alerts)).isEqualTo(count);
    for (String key : List.of("for", "summary", "description", "remedy")) {
      assertThat(count("^ *" + key + ": ", alerts)).as(key).isEqualTo(count);
    }
  }

  @Test
  void knowOnlyStatesThatThereAre() throws IOException {
    // In the dashboard quotes are escaped.
    String state = "state!?=\\\\?\"([^\"\\\\]+)";

    assertThat(STATES)
        .containsAll(MonitoringFiles.find(state, MonitoringFiles.ALERTS))
        .isEqualTo(MonitoringFiles.find(state, MonitoringFiles.DASHBOARD));
  }

  private Promtool.Result promtool(String verb, String file) throws Exception {
    return new Promtool(work).run("", verb, "rules", MonitoringFiles.path(file).toString());
  }

  private static long count(String pattern, String text) {
    return Pattern.compile(pattern, Pattern.MULTILINE).matcher(text).results().count();
  }
}
