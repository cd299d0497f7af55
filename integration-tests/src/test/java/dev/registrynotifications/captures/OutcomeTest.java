package dev.registrynotifications.captures;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;

class OutcomeTest {

  @Test
  void isTheSameForTwoRuns() {
    WebhookBody one = event("1", "2026-11-23T20:14:04.4261Z", "a", "127.0.0.1:34120", "");
    WebhookBody other = event("2", "2026-11-24T08:00:00Z", "b", "127.0.0.1:50000", "");

    assertThat(Outcome.of("200", List.of(one))).isEqualTo(Outcome.of("200", List.of(other)));
  }

  @Test
  void showsWhichEventsAreOfOneRequest() {
    WebhookBody first = event("1", "t", "a", "127.0.0.1:1", "");
    WebhookBody second = event("2", "t", "a", "127.0.0.1:1", "");
    WebhookBody ofAnother = event("2", "t", "b", "127.0.0.1:1", "");

    assertThat(Outcome.of("", List.of(first, second)))
        .isNotEqualTo(Outcome.of("", List.of(first, ofAnother)));
  }

  @Test
  void showsAddressThatIsNotTheClientsOwn() {
    WebhookBody direct = event("1", "t", "a", "127.0.0.1:1", "");
    WebhookBody forwarded = event("1", "t", "a", "203.0.113.7", "");

    assertThat(Outcome.of("", List.of(direct))).isNotEqualTo(Outcome.of("", List.of(forwarded)));
  }

  @Test
  void ignoresOrderOfDeletedTagsOnly() {
    WebhookBody manifest = event("1", "t", "a", "127.0.0.1:1", "");
    WebhookBody latest = event("2", "t", "a", "127.0.0.1:1", "latest");
    WebhookBody v1 = event("3", "t", "a", "127.0.0.1:1", "v1");

    assertThat(Outcome.of("", List.of(manifest, latest, v1)))
        .isEqualTo(Outcome.of("", List.of(manifest, v1, latest)))
        .isNotEqualTo(Outcome.of("", List.of(latest, manifest, v1)));
  }

  @Test
  void refusesBodyThatIsLaidOutOtherwise() {
    WebhookBody compact = new WebhookBody("{\"events\": [{\"id\": \"1\"}]}");

    assertThatThrownBy(() -> Outcome.of("", List.of(compact)))
        .isInstanceOf(AssertionError.class)
        .hasMessageStartingWith("Could not find one");
  }

  private static WebhookBody event(
      String id, String timestamp, String requestId, String client, String deletedTag) {
    String tag = deletedTag.isEmpty() ? "" : "\"tag\": \"" + deletedTag + "\"";
    return new WebhookBody(
        """
        {
           "events": [
              {
                 "id": "%s",
                 "timestamp": "%s",
                 "action": "delete",
                 "target": {%s},
                 "request": {
                    "id": "%s",
                    "addr": "%s",
                 },
                 "actor": {},
                 "source": {
                    "addr": "registry-%s:5000",
                    "instanceID": "instance-%s"
                 }
              }
           ]
        }"""
            .formatted(id, timestamp, tag, requestId, client, id, id));
  }
}
