package dev.registrynotifications.jolokia;

import static dev.registrynotifications.Patience.DEADLINE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import dev.registrynotifications.audience.Visit;
import dev.registrynotifications.dropin.Installation;
import dev.registrynotifications.host.HostProcess;
import dev.registrynotifications.receiver.Answer;
import dev.registrynotifications.receiver.Answers;
import dev.registrynotifications.receiver.WebhookReceiver;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.atomic.AtomicBoolean;
import javax.management.MalformedObjectNameException;
import javax.management.ObjectName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A client that isn't ours, and has no class of ours, reads and operates everything. */
class JolokiaIT {

  private static final String DOMAIN = "dev.registrynotifications";
  private static final String NODE = DOMAIN + ":type=Notifications";
  private static final String JOURNAL = DOMAIN + ":type=Journal";
  private static final String CI = DOMAIN + ":type=Endpoint,name=\"ci\"";

  @TempDir private Path work;

  private final Jolokia jolokia = Jolokia.onFreePort();
  private final AtomicBoolean ill = new AtomicBoolean(true);
  private final Set<String> ran = new TreeSet<>();

  @Test
  void readsAndOperatesEverything() throws Exception {
    Answers answers =
        post -> Answer.status(post.text().contains("\"poison/app\"") ? 422 : ill.get() ? 503 : 200);
    try (WebhookReceiver receiver = WebhookReceiver.start(answers);
        HostProcess host =
            Installation.in(work, configuration(receiver))
                .host()
                .withJvm(jolokia.option())
                .start()) {
      new Visit(host.baseUri(), "team/app").pushBlobs(2);
      awaitCi("State", "backing off");

      operateWhileItFails();
      ill.set(false);
      operateWhenItHasRecovered();
      handleDeadLetters(host);
      jolokiaRuns(NODE, "reload");

      assertThat(ran).isEqualTo(operations());
      assertThat(jolokia.read(CI)).hasSameSizeAs(attributes(CI));
      assertThat(jolokia.read(JOURNAL)).hasSameSizeAs(attributes(JOURNAL));
      assertThat(jolokia.read(NODE)).hasSameSizeAs(attributes(NODE));
    }
  }

  private static String configuration(WebhookReceiver receiver) {
    return """
        notifications:
          enabled: true
          endpoints:
            - {name: ci, url: "%s", timeout: 60s, threshold: 1, backoff: 1h, maxBackoff: 1h}
        """
        .formatted(receiver.uri());
  }

  private void operateWhileItFails() {
    assertThat(jolokia.read(CI, "Pending").asInt()).isEqualTo(2);
    assertThat(jolokia.read(CI, "Statuses").path("503 Service Unavailable").asInt()).isPositive();
    assertThat(jolokiaRuns(CI, "ping").path("status").asInt()).isEqualTo(503);
    assertThat(jolokiaRuns(CI, "listAttempts", 10)).isNotEmpty();
    jolokiaRuns(CI, "skip");
    await().atMost(DEADLINE).until(() -> jolokia.read(CI, "DeadLetters").asInt() == 1);
    jolokiaRuns(CI, "pause");
    awaitCi("State", "paused");
  }

  private void operateWhenItHasRecovered() {
    jolokiaRuns(CI, "resume");
    jolokiaRuns(CI, "retryNow");
    await().atMost(DEADLINE).until(() -> jolokia.read(CI, "Pending").asInt() == 0);
    awaitCi("State", "delivering");
    assertThat(jolokia.read(CI, "DeliveryLatency").path("count").asInt()).isPositive();
    jolokiaRuns(CI, "replayFrom", 1);
    await().atMost(DEADLINE).until(() -> !jolokia.read(CI, "Replaying").asBoolean());
    jolokiaRuns(CI, "replaySince", "2000-01-01T00:00:00Z");
    await().atMost(DEADLINE).until(() -> !jolokia.read(CI, "Replaying").asBoolean());
    assertThat(jolokiaRuns(CI, "cancelReplay").asBoolean()).isFalse();
    assertThat(jolokia.failure(CI, "replaySince", "yesterday")).contains("is no time");
  }

  private void handleDeadLetters(HostProcess host) {
    JsonNode letter = jolokiaRuns(CI, "listDeadLetters", 10).path(0);
    long sequence = letter.path("sequence").asLong();
    assertThat(jolokiaRuns(CI, "findDeadLetter", sequence)).isEqualTo(letter);
    assertThat(jolokiaRuns(CI, "redriveDeadLetter", sequence).asBoolean()).isTrue();
    await().atMost(DEADLINE).until(() -> jolokia.read(CI, "DeadLetters").asInt() == 0);

    new Visit(host.baseUri(), "poison/app").pushBlobs(1);
    await().atMost(DEADLINE).until(() -> jolokia.read(CI, "DeadLetters").asInt() == 1);
    assertThat(jolokiaRuns(CI, "redriveDeadLetters").asInt()).isEqualTo(1);
    assertThat(jolokiaRuns(CI, "purgeDeadLetters").asInt()).isEqualTo(1);
  }

  private JsonNode jolokiaRuns(String bean, String operation, Object... arguments) {
    ran.add(operation);
    return jolokia.run(bean, operation, arguments);
  }

  private void awaitCi(String attribute, String value) {
    await().atMost(DEADLINE).until(() -> jolokia.read(CI, attribute).asText().equals(value));
  }

  private Set<String> operations() {
    Set<String> operations = new TreeSet<>();
    for (JsonNode bean : jolokia.list(DOMAIN)) {
      bean.path("op").fieldNames().forEachRemaining(operations::add);
    }
    return operations;
  }

  /** Jolokia lists a name's keys in either of two orders. */
  private List<String> attributes(String bean) throws MalformedObjectNameException {
    List<String> attributes = new ArrayList<>();
    for (Map.Entry<String, JsonNode> listed : jolokia.list(DOMAIN).properties()) {
      if (new ObjectName(DOMAIN + ":" + listed.getKey()).equals(new ObjectName(bean))) {
        listed.getValue().path("attr").fieldNames().forEachRemaining(attributes::add);
      }
    }
    assertThat(attributes).as(bean).isNotEmpty();
    return attributes;
  }
}
