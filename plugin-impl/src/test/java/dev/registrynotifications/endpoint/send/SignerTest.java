package dev.registrynotifications.endpoint.send;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.registrynotifications.config.SigningConfig;
import dev.registrynotifications.config.SigningConfig.Secret;
import dev.registrynotifications.endpoint.attempt.Delivery;
import dev.registrynotifications.endpoint.attempt.ScriptedSender;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class SignerTest {

  private static final Instant TIME = Instant.ofEpochSecond(1614265330);

  /** The example by which Standard Webhooks' own libraries are tested, and its outcome. */
  private static final Secret SECRET = standard("MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw");

  private static final Delivery DELIVERY =
      delivery("msg_p5jXN8AQM9LWM0D4loKWxJek", "{\"test\": 2432232314}");
  private static final String SIGNATURE = "v1,g0hM9SsE+OTPJTGt/tmIKtSyZlE3uFJELVlNIOLJ1OE=";

  /** RFC 4231, 4.3: a short key, and what a hash of it must be. */
  private static final Secret JEFE = new Secret("Jefe".getBytes(UTF_8));

  private static final Delivery RFC_4231 = delivery("1", "what do ya want for nothing?");
  private static final String RFC_4231_HASH =
      "5bdcc146bf60754e6a042426089575c75a003f089d2739839dec58b964ec3843";

  @Test
  void signsTheExampleOfStandardWebhooksAsItShould() {
    Map<String, String> headers = signer(false, SECRET).sign(DELIVERY, TIME);

    assertThat(headers)
        .isEqualTo(
            Map.of(
                "webhook-id", "msg_p5jXN8AQM9LWM0D4loKWxJek",
                "webhook-timestamp", "1614265330",
                "webhook-signature", SIGNATURE));
  }

  @Test
  void signsWithEachSecretInTheirOrder() {
    String both = signer(false, JEFE, SECRET).sign(DELIVERY, TIME).get("webhook-signature");

    String first = signer(false, JEFE).sign(DELIVERY, TIME).get("webhook-signature");
    assertThat(both).isEqualTo(first + " " + SIGNATURE);
  }

  @Test
  void signsTheBodyAloneInHexadecimalWithTheFirstSecret() {
    Signer signer = signer(true, JEFE, SECRET);

    assertThat(signer.sign(RFC_4231, TIME)).containsEntry("X-Signature", "sha256=" + RFC_4231_HASH);
    assertThat(signer.sign(delivery("2", "what do ya want for nothing?"), Instant.EPOCH))
        .containsEntry("X-Signature", "sha256=" + RFC_4231_HASH);
  }

  @Test
  void countsWholeSeconds() {
    Instant almostTheNext = TIME.plusNanos(999_999_999);

    assertThat(signer(false, SECRET).sign(DELIVERY, almostTheNext))
        .containsEntry("webhook-timestamp", "1614265330")
        .containsEntry("webhook-signature", SIGNATURE);
  }

  @Test
  void signsForSeveralThreadsAtOnce() {
    Signer signer = signer(false, SECRET);

    Stream<String> signatures =
        IntStream.range(0, 10_000)
            .parallel()
            .mapToObj(i -> signer.sign(DELIVERY, TIME).get("webhook-signature"));

    assertThat(signatures.distinct()).containsExactly(SIGNATURE);
  }

  @Test
  void showsNothingOfItsSecrets() {
    Secret secret = new Secret("a".getBytes(UTF_8));
    SigningSender sender =
        new SigningSender(new ScriptedSender(), signer(true, secret), () -> TIME);

    assertThat(sender.toString()).matches(".*signer=[A-Za-z.]+Signer@[0-9a-f]+, .*");
  }

  private static Signer signer(boolean hexSignature, Secret... secrets) {
    return new Signer(new SigningConfig(List.of(secrets), hexSignature));
  }

  private static Secret standard(String base64) {
    return new Secret(Base64.getDecoder().decode(base64));
  }

  private static Delivery delivery(String id, String body) {
    return new Delivery(id, body.getBytes(UTF_8), Map.of());
  }
}
