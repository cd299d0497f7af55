package dev.registrynotifications.cli.act;

import static org.assertj.core.api.Assertions.assertThat;

import dev.registrynotifications.cli.Printed;
import dev.registrynotifications.cli.ScriptedBean;
import dev.registrynotifications.cli.connect.ConnectionOptions;
import dev.registrynotifications.cli.connect.RegistryConnector;
import dev.registrynotifications.cli.waiting.Waiting;
import dev.registrynotifications.management.EndpointMXBean;
import java.util.ArrayDeque;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import org.junit.jupiter.api.Test;

/** An order to go on is carried out later than it is given. */
class ResumeCommandTest {

  private final Queue<String> states = new ArrayDeque<>();
  private final Printed printed = new Printed();
  private final ResumeCommand command =
      new ResumeCommand(
          new RegistryConnector(new ConnectionOptions(), Map.of()),
          printed.terminal(),
          new Waiting(printed.terminal(), time -> nextState()));

  @Test
  void saysThatItGoesOnWhenTheOrderIsCarriedOut() throws InterruptedException {
    states.addAll(List.of("paused", "paused", "delivering"));

    int code = command.resume(endpoint());

    assertThat(code).isZero();
    assertThat(printed.out()).containsExactly("ci goes on.");
  }

  @Test
  void saysThatAnEndpointStaysPaused() throws InterruptedException {
    states.add("paused");

    int code = command.resume(endpoint());

    assertThat(code).isEqualTo(1);
    assertThat(printed.out()).isEmpty();
    assertThat(printed.err()).containsExactly("ci is still paused: it answered 410");
  }

  @Test
  void saysThatAnEndpointHasStopped() throws InterruptedException {
    states.addAll(List.of("paused", "stopped"));

    int code = command.resume(endpoint());

    assertThat(code).isEqualTo(1);
    assertThat(printed.err()).containsExactly("ci is still stopped");
  }

  private void nextState() {
    if (states.size() > 1) {
      states.remove();
    }
  }

  private EndpointMXBean endpoint() {
    return ScriptedBean.of(EndpointMXBean.class)
        .answering("getName", () -> "ci")
        .answering("resume", () -> null)
        .answering("getState", states::element)
        .answering(
            "getStateReason", () -> "paused".equals(states.element()) ? "it answered 410" : "")
        .bean();
  }
}
