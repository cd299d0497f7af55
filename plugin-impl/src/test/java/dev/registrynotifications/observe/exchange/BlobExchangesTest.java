package dev.registrynotifications.observe.exchange;

import static org.assertj.core.api.Assertions.assertThat;

import dev.registrynotifications.registry.Digest;
import java.util.List;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class BlobExchangesTest {

  private static final Digest DIGEST = new Digest("sha256", "abcd" + "0".repeat(60));
  private static final String ENCODED = "sha256%3A" + DIGEST.encoded();
  private static final String BLOB = "/v2/team/app/blobs/" + DIGEST;
  private static final String UPLOADS = "/v2/team/app/blobs/uploads/";
  private static final String UPLOAD = UPLOADS + "1";

  private final ExchangeReporter reporter = new ExchangeReporter(content -> List.of());
  private final RecordedCalls calls = new RecordedCalls();
  private SizeLookup lookup = SizeLookup.NONE;

  @Test
  void tellsOfAnUploadInOneRequest() {
    assertThat(told("PUT " + UPLOAD + "?_state=x&digest=" + DIGEST, 201, 200))
        .containsExactly(pushed(200));
  }

  @Test
  void readsAnEncodedDigest() {
    assertThat(told("PUT " + UPLOAD + "?digest=" + ENCODED, 201, 200)).containsExactly(pushed(200));
  }

  @Test
  void believesTheRegistryMoreThanTheClient() {
    ExchangeBuilder put =
        ExchangeBuilder.of("PUT " + UPLOAD + "?digest=sha512:" + "0".repeat(128))
            .answered(201)
            .sentBytes(200)
            .withDigest(DIGEST);

    assertThat(told(put)).containsExactly(pushed(200));
  }

  @Test
  void tellsNothingOfAnUploadWithoutAUsableDigest() {
    assertThat(told("PUT " + UPLOAD, 201, 200)).isEmpty();
    assertThat(told("PUT " + UPLOAD + "?digest=%zz", 201, 200)).isEmpty();
    assertThat(told("PUT " + UPLOAD + "?digest=nonsense", 201, 200)).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(ints = {200, 202, 400, 404, 500})
  void tellsNothingOfAnUploadThatIsNotCreated(int status) {
    assertThat(told("PUT " + UPLOAD + "?digest=" + DIGEST, status, 200)).isEmpty();
    assertThat(told("POST " + UPLOADS + "?digest=" + DIGEST, status, 200)).isEmpty();
  }

  @Test
  void tellsOfAnUploadInOnePost() {
    assertThat(told("POST " + UPLOADS + "?digest=" + ENCODED, 201, 200))
        .containsExactly(pushed(200));
  }

  @Test
  void takesTheAnnouncedLengthOfABodyThatItDidNotSee() {
    ExchangeBuilder post =
        ExchangeBuilder.of("POST " + UPLOADS + "?digest=" + DIGEST).answered(201).announced(200);

    assertThat(told(post)).containsExactly(pushed(200));
  }

  @Test
  void addsUpAnUploadInSeveralRequests() {
    told("POST " + UPLOADS, 202, 0);
    told("PATCH " + UPLOAD, 202, 100);
    told("PATCH " + UPLOAD, 202, 50);

    assertThat(told("PUT " + UPLOAD + "?digest=" + DIGEST, 201, 7)).containsExactly(pushed(157));
  }

  @Test
  void believesTheRegistryHowFarAnUploadHasCome() {
    told(ExchangeBuilder.of("PATCH " + UPLOAD).answered(202).sentBytes(5).withRange("0-99"));

    assertThat(told("PUT " + UPLOAD + "?digest=" + DIGEST, 201, 0)).containsExactly(pushed(100));
  }

  @Test
  void countsItselfIfTheRegistryMayHaveNothing() {
    told(ExchangeBuilder.of("PATCH " + UPLOAD).answered(202).sentBytes(1).withRange("0-0"));

    assertThat(told("PUT " + UPLOAD + "?digest=" + DIGEST, 201, 0)).containsExactly(pushed(1));
  }

  @Test
  void believesWhatItSawMoreThanWhatTheClientSaysOfTheLastPart() {
    ExchangeBuilder put =
        ExchangeBuilder.of("PUT " + UPLOAD + "?digest=" + DIGEST)
            .answered(201)
            .sentBytes(50)
            .sentRange("700-749");
    told("PATCH " + UPLOAD, 202, 100);

    assertThat(told(put)).containsExactly(pushed(150));
  }

  @Test
  void looksUpAnUploadOfWhichItSawOnlyTheLastPart() {
    lookup = (repository, digest) -> OptionalLong.of(300);
    ExchangeBuilder put =
        ExchangeBuilder.of("PUT " + UPLOAD + "?digest=" + DIGEST)
            .answered(201)
            .sentBytes(100)
            .sentRange("100-199");

    assertThat(told(put)).containsExactly(pushed(300));
  }

  @Test
  void readsTheEndOfTheLastPart() {
    ExchangeBuilder put =
        ExchangeBuilder.of("PUT " + UPLOAD + "?digest=" + DIGEST)
            .answered(201)
            .sentBytes(100)
            .sentRange("100-199");

    assertThat(told(put)).containsExactly(pushed(200));
  }

  @Test
  void countsNoRefusedPart() {
    told("PATCH " + UPLOAD, 202, 100);
    told("PATCH " + UPLOAD, 416, 100);

    assertThat(told("PUT " + UPLOAD + "?digest=" + DIGEST, 201, 0)).containsExactly(pushed(100));
  }

  @Test
  void forgetsAnUploadThatHasEnded() {
    told("PATCH " + UPLOAD, 202, 100);
    told("DELETE " + UPLOAD, 204, 0);

    assertThat(told("PUT " + UPLOAD + "?digest=" + DIGEST, 201, 5)).containsExactly(pushed(5));
  }

  @Test
  void looksUpAnUploadWhoseBeginningItDidNotSee() {
    lookup = (repository, digest) -> OptionalLong.of(300);

    assertThat(told("PUT " + UPLOAD + "?digest=" + DIGEST, 201, 0)).containsExactly(pushed(300));
  }

  @Test
  void tellsOfPulls() {
    assertThat(told(pull("GET", 200).withLength(200).withBytes(200))).containsExactly(pulled(200));
    assertThat(told(pull("HEAD", 200).withLength(200))).containsExactly(pulled(200));
  }

  @Test
  void countsWhatWasNotAnnounced() {
    assertThat(told(pull("GET", 200).withBytes(200))).containsExactly(pulled(200));
  }

  @Test
  void tellsTheWholeSizeOfAPart() {
    ExchangeBuilder part =
        pull("GET", 206).withLength(10).withBytes(10).withContentRange("bytes 0-9/200");

    assertThat(told(part)).containsExactly(pulled(200));
  }

  @ParameterizedTest
  @ValueSource(ints = {304, 307, 206})
  void knowsTheSizeThatItSaw(int status) {
    told("PUT " + UPLOAD + "?digest=" + DIGEST, 201, 200);

    assertThat(told(pull("GET", status).withLength(0))).containsExactly(pulled(200));
  }

  @ParameterizedTest
  @ValueSource(ints = {304, 307})
  void looksUpASizeThatItDidNotSeeOnce(int status) {
    lookup = (repository, digest) -> OptionalLong.of(300);

    assertThat(told(pull("GET", status))).containsExactly(pulled(300));

    lookup = SizeLookup.NONE;
    assertThat(told(pull("GET", status))).containsExactly(pulled(300));
  }

  @Test
  void tellsOfPullsAndMountsByTheDigestThatTheRegistryAnswers() {
    String alias = "sha512:" + "0".repeat(128);
    told("PUT " + UPLOAD + "?digest=" + DIGEST, 201, 200);

    assertThat(
            told(
                ExchangeBuilder.of("GET /v2/team/app/blobs/" + alias)
                    .answered(304)
                    .withDigest(DIGEST)))
        .containsExactly(pulled(200));
    assertThat(
            told(
                ExchangeBuilder.of("POST " + UPLOADS + "?mount=" + alias + "&from=other")
                    .answered(201)
                    .withDigest(DIGEST)))
        .containsExactly(
            "blob mounted team/app abcd application/octet-stream 200 bytes from other");
  }

  @Test
  void tellsAPullWithoutASizeIfNobodyKnows() {
    assertThat(told(pull("GET", 304))).containsExactly(pulled(0));
  }

  @ParameterizedTest
  @ValueSource(ints = {401, 404, 416, 500})
  void tellsNothingOfAFailedPull(int status) {
    assertThat(told(pull("GET", status).withLength(20))).isEmpty();
  }

  @Test
  void tellsOfAMount() {
    told("PUT " + UPLOAD + "?digest=" + DIGEST, 201, 200);

    assertThat(told("POST /v2/other/blobs/uploads/?mount=" + ENCODED + "&from=team%2Fapp", 201, 0))
        .containsExactly(
            "blob mounted other abcd application/octet-stream 200 bytes from team/app");
  }

  @Test
  void looksUpWhatWasMountedWhereItCameFromIfNeedBe() {
    lookup =
        (repository, digest) ->
            repository.value().equals("team/app") ? OptionalLong.of(300) : OptionalLong.empty();

    assertThat(told("POST /v2/other/blobs/uploads/?mount=" + DIGEST + "&from=team/app", 201, 0))
        .containsExactly(
            "blob mounted other abcd application/octet-stream 300 bytes from team/app");
  }

  @Test
  void tellsOfAMountFromWhereverItIsAsOfAPush() {
    lookup = (repository, digest) -> OptionalLong.of(300);

    assertThat(told("POST " + UPLOADS + "?mount=" + DIGEST, 201, 0)).containsExactly(pushed(300));
  }

  @Test
  void learnsNoSizeFromWhatBringsNothing() {
    told("POST " + UPLOADS + "?mount=" + DIGEST, 201, 0);
    told("PUT " + UPLOAD + "?digest=" + DIGEST, 201, 0);
    lookup = (repository, digest) -> OptionalLong.of(300);

    assertThat(told(pull("GET", 304))).containsExactly(pulled(300));
  }

  @Test
  void asksNobodyForWhatItCounted() {
    lookup = (repository, digest) -> OptionalLong.of(300);

    assertThat(told(pull("GET", 200).withBytes(200))).containsExactly(pulled(200));
  }

  @Test
  void tellsNothingOfAMountThatBecameAnUpload() {
    assertThat(told("POST " + UPLOADS + "?mount=" + DIGEST + "&from=other", 202, 0)).isEmpty();
  }

  @Test
  void tellsOfADelete() {
    assertThat(told("DELETE " + BLOB, 202, 0)).containsExactly("blob deleted team/app abcd");
    assertThat(told("DELETE " + BLOB, 404, 0)).isEmpty();
  }

  private static ExchangeBuilder pull(String method, int status) {
    return ExchangeBuilder.of(method + " " + BLOB).answered(status);
  }

  private static String pushed(long bytes) {
    return "blob pushed team/app abcd application/octet-stream " + bytes + " bytes";
  }

  private static String pulled(long bytes) {
    return "blob pulled team/app abcd application/octet-stream " + bytes + " bytes";
  }

  private List<String> told(String requestLine, int status, long bytes) {
    return told(ExchangeBuilder.of(requestLine).answered(status).sentBytes(bytes));
  }

  private List<String> told(ExchangeBuilder exchange) {
    reporter.report(exchange.build(), lookup, calls);
    return calls.take();
  }
}
