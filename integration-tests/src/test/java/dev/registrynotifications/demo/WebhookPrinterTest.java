package dev.registrynotifications.demo;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.registrynotifications.receiver.Answer;
import dev.registrynotifications.receiver.ReceivedPost;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.ByteBuffer;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class WebhookPrinterTest {

  private static final String MANIFEST = push("\"tag\": \"1.0\", \"digest\": \"sha256:c\"");
  private static final String LAYER = push("\"digest\": \"sha256:a\"");
  private static final String CONFIGURATION = push("\"digest\": \"sha256:b\"");

  private final ByteArrayOutputStream printed = new ByteArrayOutputStream();
  private final WebhookPrinter printer =
      new WebhookPrinter(new Console(new PrintStream(printed, true, UTF_8)));

  @Test
  void showsOnlyFirstManifestInFull() {
    printer.to(post(LAYER));
    Answer answer = printer.to(post(MANIFEST));
    printer.to(post(MANIFEST));

    assertThat(answer).isEqualTo(Answer.OK);
    assertThat(printed.toString(UTF_8).lines().map(String::strip))
        .containsExactly("push    a/b  sha256:a", "push    a/b  1.0", MANIFEST, "push    a/b  1.0");
  }

  @Test
  void waitsForManifestAndBothBlobs() {
    AwaitedWebhooks pushed = new AwaitedWebhooks("push");

    assertThat(pushed).accepts(List.of(post(LAYER), post(CONFIGURATION), post(MANIFEST)));
    assertThat(pushed).rejects(List.of(post(LAYER), post(LAYER), post(MANIFEST)));
    assertThat(pushed).rejects(List.of(post(LAYER), post(CONFIGURATION), post(push("\"a\": 1"))));
    assertThat(new AwaitedWebhooks("pull"))
        .rejects(List.of(post(LAYER), post(CONFIGURATION), post(MANIFEST)));
  }

  private static String push(String content) {
    return "{\"events\": [{\"action\": \"push\", \"target\": {\"repository\": \"a/b\", "
        + content
        + "}}]}";
  }

  private static ReceivedPost post(String body) {
    return new ReceivedPost(
        "POST", "/events", Map.of(), ByteBuffer.wrap(body.getBytes(UTF_8)), Instant.EPOCH);
  }
}
