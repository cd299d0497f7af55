package dev.registrynotifications.field;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.standardwebhooks.Webhook;
import dev.registrynotifications.audience.Ledger;
import dev.registrynotifications.audience.Notice;
import dev.registrynotifications.audience.Notice.Happening;
import dev.registrynotifications.audience.Program;
import dev.registrynotifications.audience.ProgramServer;
import dev.registrynotifications.audience.Reply;
import dev.registrynotifications.receiver.ReceivedPost;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Each program refuses what it is there to refuse: otherwise its approval says nothing. */
class ProgramsTest {

  private static final String TARGET =
      """
      "target": {"mediaType": "a/b", "digest": "sha256:1", "size": 2, "repository": "team/app"}""";
  private static final String EVENT =
      """
      {"id": "%s", "timestamp": "2026-11-24T00:07:02.1Z", "action": "push", %s}""";
  private static final String ONE = EVENT.formatted("one", TARGET);
  private static final String TWO = EVENT.formatted("two", TARGET);
  private static final Happening PUSH = new Happening("push", "team/app", "sha256:1", "");

  private final Ledger ledger = new Ledger();

  @Test
  void glueScriptOverlooksAllButTheFirstEvent() {
    assertThat(new GlueScript().take(post(Map.of(), ONE, TWO), ledger)).isEqualTo(Reply.OK);

    assertThat(ledger.notices()).containsExactly(new Notice("one", PUSH));
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "application/json; charset=utf-8", "application/JSON", "text/json"})
  void exactMediaTypeKnowsNoOther(String other) {
    Program program = new ExactMediaType(ExactMediaType.JSON, Program.readingAll());

    assertThat(program.take(post(Map.of("Content-Type", other), ONE), ledger).status())
        .isEqualTo(415);
    assertThat(program.take(post(Map.of("Content-Type", "application/json"), ONE), ledger))
        .isEqualTo(Reply.OK);
    assertThat(ledger.happenings()).containsExactly(PUSH);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{\"mediaType\": \"a/b\", \"size\": 2, \"digest\": \"sha256:1\"}",
        "{\"digest\": \"sha256:1\", \"size\": 2}",
        "{\"mediaType\": \"a/b\", \"digest\": \"sha256:1\"}",
        "{\"mediaType\": \"a/b\", \"digest\": \"sha256:1\", \"size\": 2, \"references\": [{}]}"
      })
  void distributionThreeWantsWholeDescriptors(String target) {
    Program program = new DistributionThree(Program.readingAll());

    String event = EVENT.formatted("old", "\"target\": " + target);
    assertThat(program.take(post(Map.of(), ONE, event), ledger).status()).isEqualTo(422);
    assertThat(program.take(post(Map.of(), ONE), ledger)).isEqualTo(Reply.OK);
    assertThat(ledger.happenings()).containsExactly(PUSH);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "2026-11-24T00:07:02.1+00:00",
        "2026-11-24T00:07:02.1",
        "2026-11-24 00:07:02Z",
        "2026-11-31T00:07:02Z",
        "2026-11-24T00:07:02.1234567891Z"
      })
  void strictTimestampsAreInUtcAndEndInZ(String timestamp) {
    Program program = new StrictTimestamps(Program.readingAll());

    String event = ONE.replace("2026-11-24T00:07:02.1Z", timestamp);
    assertThat(program.take(post(Map.of(), event), ledger).status()).isEqualTo(400);
    assertThat(program.take(post(Map.of(), ONE), ledger)).isEqualTo(Reply.OK);
  }

  @Test
  void answersFirstAnswersBeforeItWorks() {
    Deque<Runnable> work = new ArrayDeque<>();
    Program program = new AnswersFirst(work::add, Program.readingAll());

    assertThat(program.take(post(Map.of(), ONE), ledger)).isEqualTo(Reply.OK);
    assertThat(ledger.notices()).isEmpty();

    work.remove().run();
    assertThat(ledger.happenings()).containsExactly(PUSH);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "Bearer other", "token", "bearer token"})
  void bearerTokenKeepsOthersOut(String authorization) {
    Program program = new BearerToken("token", Program.readingAll());

    ReceivedPost other = post(Map.of("Authorization", authorization), ONE);
    assertThat(program.take(other, ledger).status()).isEqualTo(401);
    ReceivedPost right = post(Map.of("Authorization", "Bearer token"), ONE);
    assertThat(program.take(right, ledger)).isEqualTo(Reply.OK);
  }

  @Test
  void signatureCheckBelievesNothingElse() throws Exception {
    Webhook webhook = new Webhook("a secret".getBytes(UTF_8));
    Program program = new SignatureCheck(webhook, Program.readingAll());
    long now = Instant.now().getEpochSecond();
    Map<String, String> signed =
        Map.of(
            "webhook-id", "one",
            "webhook-timestamp", Long.toString(now),
            "webhook-signature", webhook.sign("one", now, post(Map.of(), ONE).text()));

    assertThat(program.take(post(signed, TWO), ledger).status()).isEqualTo(401);
    assertThat(program.take(post(Map.of(), ONE), ledger).status()).isEqualTo(401);
    assertThat(program.take(post(signed, ONE), ledger)).isEqualTo(Reply.OK);
  }

  @Test
  void receiverRefusesWhatIsTooLongAndKeepsAccount() throws Exception {
    String body = post(Map.of(), ONE).text();
    int limit = body.length();
    try (ProgramServer receiver = ProgramServer.startLimited(limit, Program.readingAll())) {
      assertThat(send(receiver, body)).isEqualTo(200);
      assertThat(send(receiver, body + " ")).isEqualTo(413);
      assertThat(send(receiver, "{}")).isEqualTo(500);

      assertThat(receiver.ledger().happenings()).containsExactly(PUSH);
      assertThat(receiver.ledger().refusals()).extracting(Reply::status).containsExactly(413, 500);
    }
  }

  private static int send(ProgramServer receiver, String body) throws Exception {
    HttpRequest request =
        HttpRequest.newBuilder(URI.create(receiver.url()))
            .timeout(Duration.ofSeconds(30))
            .POST(BodyPublishers.ofString(body))
            .build();
    return HttpClient.newHttpClient().send(request, BodyHandlers.discarding()).statusCode();
  }

  private static ReceivedPost post(Map<String, String> headers, String... events) {
    String body = "{\"events\": [" + String.join(",", events) + "]}";
    Map<String, List<String>> all = new HashMap<>();
    headers.forEach((name, value) -> all.put(name, List.of(value)));
    return new ReceivedPost("POST", "/", all, ByteBuffer.wrap(body.getBytes(UTF_8)), Instant.EPOCH);
  }
}
