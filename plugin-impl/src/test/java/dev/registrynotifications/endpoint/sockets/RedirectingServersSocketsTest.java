package dev.registrynotifications.endpoint.sockets;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.registrynotifications.config.EndpointConfigBuilder;
import dev.registrynotifications.config.SigningConfig;
import dev.registrynotifications.config.SigningConfig.Secret;
import java.io.IOException;
import java.net.URI;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Servers that send events elsewhere. */
class RedirectingServersSocketsTest {

  @RegisterExtension static final Bench BENCH = new Bench();

  /** An attempt goes there, and not back; it is one error, however far it got. */
  @Test
  void keepsWhatIsSentRoundInACircle() throws IOException {
    FaultyServer server =
        BENCH.serve(
            Script.answering(
                request -> redirect(request.path().equals("/hook") ? "/there" : "/hook")));
    Trial trial = BENCH.start(Settings.patient(server.uri()));

    trial.append("a", "1");
    trial.await(stats -> stats.answers().getErrors() >= 2);
    trial.stop();

    List<String> paths = server.requests().stream().map(Request::path).toList();
    assertThat(paths).startsWith("/hook", "/there", "/hook", "/there");
    assertThat(server.events()).containsOnly("1");
    assertThat(trial.left()).containsExactly("1");
    assertThat(trial.counts())
        .isEqualTo(
            "0 successes, 0 failures, %d errors, {}, 1 pending, 0 dead"
                .formatted(paths.size() / 2));
  }

  @Test
  void takesNoSecretToAnotherOrigin() throws IOException {
    FaultyServer stranger = BENCH.serve(Script.taking());
    FaultyServer server = BENCH.serve(Script.answering(request -> redirect(stranger.uri())));
    Trial trial = BENCH.start(withSecrets(server));

    trial.append("a", "1");
    trial.append("a", "2");
    trial.awaitNothingPending();

    assertThat(server.events()).containsExactly("1", "2");
    assertThat(server.requests().get(0).headers())
        .containsKeys("authorization", "x-token", "webhook-signature", "x-signature");
    assertThat(stranger.events()).containsExactly("1", "2");
    assertThat(stranger.requests())
        .allSatisfy(
            request ->
                assertThat(request.headers())
                    .containsKeys("content-type", "registry-notifications-sequence")
                    .doesNotContainKeys(
                        "authorization", "x-token", "webhook-signature", "x-signature"));
    assertThat(trial.counts())
        .isEqualTo("2 successes, 0 failures, 0 errors, {200 OK=2}, 0 pending, 0 dead");
  }

  private static EndpointConfigBuilder withSecrets(FaultyServer server) {
    URI url = URI.create(server.uri().toString().replace("//", "//user:password@"));
    return Settings.patient(url)
        .headers(Map.of("X-Token", List.of("token")))
        .signing(new SigningConfig(List.of(new Secret("secret".getBytes(UTF_8))), true));
  }

  private static String redirect(Object location) {
    return Script.answer(307, "Location: " + location + "\r\n");
  }
}
