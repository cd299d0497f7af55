package dev.registrynotifications.cli;

import static dev.registrynotifications.cli.Ended.failed;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What an operator sees while a receiver fails, and by a name that is wrong. */
class LookIT {

  @TempDir private Path work;
  @AutoClose private Operated registry;

  @BeforeEach
  void startARegistry() throws Exception {
    registry = Operated.in(work);
  }

  @Test
  void showsWhoFailsAndWhy() throws Exception {
    registry.answer(503);
    registry.push("team/app", 3);
    registry.awaitCi(ci -> ci.getState().equals("backing off") && ci.getPending() == 3);

    Ended status = registry.run("status");
    Ended endpoints = registry.run("endpoints");
    Ended endpoint = registry.run("endpoint", "ci");
    Ended attempts = registry.run("attempts", "ci", "--most", "1");

    assertThat(List.of(status, endpoints, endpoint, attempts))
        .allMatch(ended -> ended.code() == 0 && ended.err().isEmpty());
    assertThat(status.hasLine("Events 3 since the start")).isTrue();
    assertThat(status.hasLine("Journal state writing")).isTrue();
    assertThat(status.out())
        .anyMatch(line -> line.matches("ci +backing off +3 +.*[sm] +0 +1 +0 +it answered 503"));
    assertThat(endpoints.out()).anyMatch(line -> line.matches("ci +backing off +http://127.*"));
    assertThat(endpoint.hasLine("Pending 3")).isTrue();
    assertThat(endpoint.hasLine("Reason it answered 503")).isTrue();
    assertThat(attempts.out()).hasSize(2);
    assertThat(attempts.out().get(1)).endsWith("team/app    it answered 503");
  }

  @Test
  void tellsScriptsTheSame() throws Exception {
    registry.answer(503);
    registry.push("team/app", 3);
    registry.awaitCi(ci -> ci.getState().equals("backing off") && ci.getPending() == 3);

    JsonNode status = registry.run("status", "--json").json();
    JsonNode endpoints = registry.run("endpoints", "--json").json();
    JsonNode endpoint = registry.run("endpoint", "ci", "--json").json();
    JsonNode attempts = registry.run("attempts", "ci", "--json").json();

    assertThat(status.at("/journal/lastSequence").asLong()).isEqualTo(3);
    assertThat(status.at("/notifications/events").asLong()).isEqualTo(3);
    assertThat(Instant.parse(status.at("/notifications/startTime").asText()))
        .isBefore(Instant.now());
    assertThat(status.at("/endpoints/0/state").asText()).isEqualTo("backing off");
    assertThat(endpoints.findValuesAsText("name")).containsExactly("ci", "scanner");
    assertThat(endpoint.at("/endpoint/pending").asLong()).isEqualTo(3);
    assertThat(endpoint.at("/attempts/0/status").asInt()).isEqualTo(503);
    assertThat(attempts.at("/0/delivered").asBoolean()).isFalse();
    List<String> fields = new ArrayList<>();
    endpoint.path("endpoint").fieldNames().forEachRemaining(fields::add);
    assertThat(fields).isSorted().contains("oldestPendingAgeSeconds", "deliveryLatency");
  }

  @Test
  void showsNoSecret() throws Exception {
    registry.push("team/app", 1);
    registry.awaitCi(ci -> ci.getDelivered() == 1);

    for (String command : List.of("config", "status --json", "endpoint ci --json", "endpoints")) {
      Ended ended = registry.run(command.split(" "));

      assertThat(ended.code()).isZero();
      assertThat(ended.out()).isNotEmpty().noneMatch(line -> line.contains(Operated.SECRET));
    }
  }

  @Test
  void namesTheEndpointsIfThereIsNoneOfThatName() throws Exception {
    List<String> commands =
        List.of(
            "endpoint",
            "attempts",
            "pause",
            "resume",
            "retry",
            "skip",
            "ping",
            "replay --cancel",
            "dead-letters list",
            "dead-letters redrive --all",
            "dead-letters purge --yes");

    for (String command : commands) {
      assertThat(registry.run((command + " scaner").split(" ")))
          .as(command)
          .isEqualTo(failed("There is no endpoint scaner; there are scanner, ci"));
    }
  }
}
