package dev.registrynotifications.observe.exchange;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.registrynotifications.registry.Digest;
import dev.registrynotifications.wire.ManifestReferences;
import java.nio.ByteBuffer;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ManifestExchangesTest {

  private static final String TYPE = "application/vnd.oci.image.manifest.v1+json";
  private static final Digest LAYER = new Digest("sha256", "cccc" + "0".repeat(60));
  private static final String CONTENT =
      "{\"config\": {\"digest\": \"%s\", \"size\": 1}}".formatted(LAYER);
  private static final Digest DIGEST = Digest.sha256(ByteBuffer.wrap(CONTENT.getBytes(UTF_8)));
  private static final String FACTS =
      "%s %s %d bytes".formatted(head(DIGEST), TYPE, CONTENT.length());
  private static final Digest OTHER = new Digest("sha256", "eeee" + "0".repeat(60));

  private final ExchangeReporter reporter = new ExchangeReporter(ManifestReferences::of);
  private final RecordedCalls calls = new RecordedCalls();

  @Test
  void tellsOfAPushByTag() {
    assertThat(told(push("v1").withDigest(DIGEST)))
        .containsExactly("manifest pushed team/app " + FACTS + " [v1] [cccc]");
  }

  @Test
  void tellsOfAPushByDigestWithoutATag() {
    assertThat(told(push(DIGEST.toString())))
        .containsExactly("manifest pushed team/app " + FACTS + " [] [cccc]");
  }

  @Test
  void hashesWhatTheRegistryDoesNotName() {
    assertThat(told(push("v1")))
        .containsExactly("manifest pushed team/app " + FACTS + " [v1] [cccc]");
  }

  @Test
  void leavesParametersOutOfTheType() {
    ExchangeBuilder push =
        ExchangeBuilder.of("PUT /v2/team/app/manifests/v1")
            .sent(TYPE + "; charset=utf-8", CONTENT)
            .answered(201);

    assertThat(told(push)).containsExactly("manifest pushed team/app " + FACTS + " [v1] [cccc]");
  }

  @Test
  void tellsOfAPushWhoseBodyWasTooBigToKeep() {
    ExchangeBuilder push =
        ExchangeBuilder.of("PUT /v2/team/app/manifests/v1")
            .sentBytes(5_000_000)
            .withDigest(DIGEST)
            .answered(201);

    assertThat(told(push))
        .containsExactly("manifest pushed team/app " + head(DIGEST) + "  5000000 bytes [v1] []");
  }

  @ParameterizedTest
  @ValueSource(ints = {400, 401, 404, 413, 500, 302})
  void tellsNothingOfARefusedPush(int status) {
    assertThat(told(push("v1").withDigest(DIGEST).answered(status))).isEmpty();
  }

  @Test
  void tellsOfAPull() {
    assertThat(told(pull("v1").withDigest(DIGEST)))
        .containsExactly("manifest pulled team/app " + FACTS + " v1 [cccc]");
    assertThat(told(pull(DIGEST.toString())))
        .containsExactly("manifest pulled team/app " + FACTS + " null [cccc]");
  }

  @Test
  void hashesAPulledManifestThatTheRegistryDoesNotName() {
    assertThat(told(pull("v1")))
        .containsExactly("manifest pulled team/app " + FACTS + " v1 [cccc]");
  }

  @Test
  void tellsOfAHeadWithTheReferencesThatWereSeen() {
    told(push("v1").withDigest(DIGEST));

    assertThat(told(head("v1").withDigest(DIGEST).withLength(CONTENT.length())))
        .containsExactly("manifest pulled team/app " + FACTS + " v1 [cccc]");
  }

  @Test
  void takesNoEmptyBodyForAManifest() {
    told(push("v1").withDigest(DIGEST));

    assertThat(told(head("v1").with(TYPE, "").withLength(CONTENT.length())))
        .containsExactly("manifest pulled team/app " + FACTS + " v1 [cccc]");
  }

  @Test
  void takesMediaTypesInAnyCase() {
    ExchangeBuilder push =
        ExchangeBuilder.of("PUT /v2/team/app/manifests/v1")
            .sent(TYPE.toUpperCase(Locale.ROOT) + "; charset=utf-8", CONTENT)
            .answered(201)
            .withDigest(DIGEST);

    assertThat(told(push)).containsExactly("manifest pushed team/app " + FACTS + " [v1] [cccc]");
  }

  @Test
  void knowsTheDigestAndSizeBehindATagThatItSaw() {
    told(push("v1").withDigest(DIGEST));

    assertThat(told(head("v1")))
        .containsExactly("manifest pulled team/app " + FACTS + " v1 [cccc]");
  }

  @Test
  void tellsNothingOfAHeadOfWhichItKnowsNoDigest() {
    assertThat(told(head("v1").withLength(CONTENT.length()))).isEmpty();
  }

  @Test
  void doesNotHashWhatIsCompressed() {
    assertThat(told(pull("v1").encoded("gzip"))).isEmpty();
    assertThat(told(pull("v1").encoded("gzip").withDigest(DIGEST).withLength(5)))
        .containsExactly(
            "manifest pulled team/app " + head(DIGEST) + " " + TYPE + " 0 bytes v1 []");
  }

  @ParameterizedTest
  @ValueSource(ints = {304, 401, 404, 500})
  void tellsNothingOfAPullWithoutAManifest(int status) {
    assertThat(told(pull("v1").withDigest(DIGEST).answered(status))).isEmpty();
  }

  @Test
  void tellsOfADeletedTag() {
    assertThat(told(delete("v1"))).containsExactly("tag deleted team/app v1");
  }

  @Test
  void tellsOfTheTagsThatGoWithAManifest() {
    told(push("v2").withDigest(DIGEST));
    told(push("v1").withDigest(DIGEST));
    told(push("moved").withDigest(DIGEST));
    told(push("moved").withDigest(OTHER));
    told(push("gone").withDigest(DIGEST));
    told(delete("gone"));
    told(push("lost").withDigest(DIGEST));
    told(head("lost").answered(404));
    told(
        ExchangeBuilder.of("PUT /v2/team/other/manifests/v3")
            .sent(TYPE, CONTENT)
            .answered(201)
            .withDigest(DIGEST));

    assertThat(told(delete(DIGEST.toString())))
        .containsExactly(
            "manifest deleted team/app " + head(DIGEST),
            "tag deleted team/app v1",
            "tag deleted team/app v2");
    assertThat(told(delete(DIGEST.toString())))
        .containsExactly("manifest deleted team/app " + head(DIGEST));
  }

  @Test
  void learnsTagsFromPulls() {
    told(head("v1").withDigest(DIGEST));

    assertThat(told(delete(DIGEST.toString())))
        .containsExactly("manifest deleted team/app " + head(DIGEST), "tag deleted team/app v1");
  }

  @Test
  void believesNoPullThatBeganBeforeThePush() {
    long before = reporter.now();
    told(push("v1").withDigest(OTHER));

    told(pull("v1").withDigest(DIGEST).began(before));

    assertThat(told(delete(DIGEST.toString())))
        .containsExactly("manifest deleted team/app " + head(DIGEST));
  }

  @Test
  void believesNoPullThatBeganBeforeTheDelete() {
    long before = reporter.now();
    told(delete("v1"));

    told(pull("v1").withDigest(DIGEST).began(before));

    assertThat(told(delete(DIGEST.toString())))
        .containsExactly("manifest deleted team/app " + head(DIGEST));
  }

  @ParameterizedTest
  @ValueSource(ints = {200, 400, 404, 405})
  void tellsNothingOfADeleteThatIsNotAccepted(int status) {
    assertThat(told(delete("v1").answered(status))).isEmpty();
  }

  private static String head(Digest digest) {
    return digest.encoded().substring(0, 4);
  }

  private static ExchangeBuilder push(String reference) {
    return ExchangeBuilder.of("PUT /v2/team/app/manifests/" + reference)
        .sent(TYPE, CONTENT)
        .answered(201);
  }

  private static ExchangeBuilder pull(String reference) {
    return ExchangeBuilder.of("GET /v2/team/app/manifests/" + reference).with(TYPE, CONTENT);
  }

  private static ExchangeBuilder head(String reference) {
    return ExchangeBuilder.of("HEAD /v2/team/app/manifests/" + reference).withType(TYPE);
  }

  private static ExchangeBuilder delete(String reference) {
    return ExchangeBuilder.of("DELETE /v2/team/app/manifests/" + reference).answered(202);
  }

  private List<String> told(ExchangeBuilder exchange) {
    reporter.report(exchange.build(), SizeLookup.NONE, calls);
    return calls.take();
  }
}
