package dev.registrynotifications.host.api;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class UploadsApiTest extends ApiFixture {

  private static final String UPLOADS = "/v2/team/app/blobs/uploads/";
  private static final String ABSENT = "00000000-0000-0000-0000-000000000000";

  @Test
  void takesBlobInOneRequest() {
    HttpResponse<String> response = sendBody("POST", UPLOADS + "?digest=" + digest("hi"), "hi");

    assertThat(response.statusCode()).isEqualTo(201);
    assertThat(location(response)).isEqualTo("/v2/team/app/blobs/" + digest("hi"));
    assertThat(header(response, "Docker-Content-Digest")).isEqualTo(digest("hi"));
    assertThat(send("GET", location(response)).body()).isEqualTo("hi");
  }

  @Test
  void takesPercentEncodedDigest() {
    String encoded = digest("hi").replace(":", "%3A");

    assertThat(sendBody("POST", UPLOADS + "?digest=" + encoded, "hi").statusCode()).isEqualTo(201);
  }

  @Test
  void takesBlobThatTheClientCallsAForm() {
    String path = UPLOADS + "?digest=" + digest("a=b");

    HttpResponse<String> response =
        sendBody("POST", path, "a=b", "Content-Type", "application/x-www-form-urlencoded");

    assertThat(response.statusCode()).isEqualTo(201);
    assertThat(send("GET", location(response)).body()).isEqualTo("a=b");
  }

  @Test
  void takesEmptyBlob() {
    assertThat(send("POST", UPLOADS + "?digest=" + digest("")).statusCode()).isEqualTo(201);
  }

  @Test
  void takesBlobInTwoRequests() {
    HttpResponse<String> started = send("POST", UPLOADS);
    HttpResponse<String> finished =
        sendBody("PUT", location(started) + "?digest=" + digest("hi"), "hi");

    assertThat(started.statusCode()).isEqualTo(202);
    assertThat(location(started)).startsWith(UPLOADS);
    assertThat(header(started, "Range")).isEqualTo("0-0");
    assertThat(location(started)).endsWith("/" + header(started, "Docker-Upload-UUID"));
    assertThat(finished.statusCode()).isEqualTo(201);
    assertThat(send("GET", location(finished)).body()).isEqualTo("hi");
    assertError(send("GET", location(started)), 404, "BLOB_UPLOAD_UNKNOWN");
  }

  @Test
  void takesBlobInChunks() {
    String upload = startUpload("team/app");
    HttpResponse<String> first = sendBody("PATCH", upload, "hel", "Content-Range", "0-2");
    HttpResponse<String> second = sendBody("PATCH", location(first), "lo", "Content-Range", "3-4");
    HttpResponse<String> last =
        sendBody(
            "PUT", location(second) + "?digest=" + digest("hello!"), "!", "Content-Range", "5-5");

    assertThat(first.statusCode()).isEqualTo(202);
    assertThat(header(first, "Range")).isEqualTo("0-2");
    assertThat(header(second, "Range")).isEqualTo("0-4");
    assertThat(last.statusCode()).isEqualTo(201);
    assertThat(send("GET", location(last)).body()).isEqualTo("hello!");
  }

  @Test
  void takesChunkThatDoesNotSayItsRange() {
    String upload = startUpload("team/app");

    assertThat(sendBody("PATCH", upload, "hel").statusCode()).isEqualTo(202);
    assertThat(header(sendBody("PATCH", upload, "lo"), "Range")).isEqualTo("0-4");
  }

  @ParameterizedTest
  @ValueSource(strings = {"4-5", "2-3", "bytes 3-4/5", "x"})
  void refusesChunkOutOfOrderAndTellsWhereToGoOn(String range) {
    String upload = startUpload("team/app");
    sendBody("PATCH", upload, "hel");

    HttpResponse<String> refused = sendBody("PATCH", upload, "lo", "Content-Range", range);

    assertError(refused, 416, "BLOB_UPLOAD_INVALID");
    assertThat(header(refused, "Range")).isEqualTo("0-2");
    assertThat(location(refused)).isEqualTo(upload);
    assertThat(sendBody("PATCH", upload, "lo", "Content-Range", "3-4").statusCode()).isEqualTo(202);
  }

  @Test
  void refusesChunkOfAnotherLengthThanAnnounced() {
    String upload = startUpload("team/app");

    assertError(sendBody("PATCH", upload, "hel", "Content-Range", "0-9"), 400, "SIZE_INVALID");
    assertThat(header(send("GET", upload), "Range")).isEqualTo("0-0");
  }

  @Test
  void refusesLastChunkOutOfOrder() {
    String upload = startUpload("team/app");

    String path = upload + "?digest=" + digest("hi");

    assertError(sendBody("PUT", path, "hi", "Content-Range", "1-2"), 416, "BLOB_UPLOAD_INVALID");
  }

  @Test
  void tellsHowFarAnUploadIs() {
    String upload = startUpload("team/app");
    sendBody("PATCH", upload, "hel");

    HttpResponse<String> status = send("GET", upload);

    assertThat(status.statusCode()).isEqualTo(204);
    assertThat(header(status, "Range")).isEqualTo("0-2");
    assertThat(location(status)).isEqualTo(upload);
  }

  @Test
  void cancelsUpload() {
    String upload = startUpload("team/app");

    assertThat(send("DELETE", upload).statusCode()).isEqualTo(204);
    assertError(send("GET", upload), 404, "BLOB_UPLOAD_UNKNOWN");
    assertError(send("DELETE", upload), 404, "BLOB_UPLOAD_UNKNOWN");
  }

  @Test
  void refusesBlobWithAnotherDigest() {
    String upload = startUpload("team/app");

    String wrong = "?digest=" + digest("ho");

    assertError(sendBody("PUT", upload + wrong, "hi"), 400, "DIGEST_INVALID");
    assertError(send("GET", upload), 404, "BLOB_UPLOAD_UNKNOWN");
    assertError(sendBody("POST", UPLOADS + wrong, "hi"), 400, "DIGEST_INVALID");
    assertError(send("GET", "/v2/team/app/blobs/" + digest("ho")), 404, "BLOB_UNKNOWN");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "?digest=", "?digest=sha256:abc", "?digest=md5:0123456789abcdef"})
  void refusesToFinishWithoutDigest(String query) {
    String upload = startUpload("team/app");

    assertError(sendBody("PUT", upload + query, "hi"), 400, "DIGEST_INVALID");
    assertThat(send("GET", upload).statusCode()).isEqualTo(204);
  }

  @Test
  void knowsNoUploadOfAnotherRepository() {
    String upload = startUpload("team/app").replace("team/app", "team/other");

    assertError(send("GET", upload), 404, "BLOB_UPLOAD_UNKNOWN");
    assertError(sendBody("PATCH", UPLOADS + ABSENT, "hi"), 404, "BLOB_UPLOAD_UNKNOWN");
  }

  @Test
  void mountsBlobOfOtherRepository() {
    pushBlob("team/base", "hi");

    HttpResponse<String> response =
        send("POST", UPLOADS + "?mount=" + digest("hi") + "&from=team%2Fbase");

    assertThat(response.statusCode()).isEqualTo(201);
    assertThat(location(response)).isEqualTo("/v2/team/app/blobs/" + digest("hi"));
    assertThat(header(response, "Docker-Content-Digest")).isEqualTo(digest("hi"));
    assertThat(send("GET", location(response)).body()).isEqualTo("hi");
  }

  @ParameterizedTest
  @ValueSource(strings = {"&from=team/absent", "&from=INVALID", ""})
  void startsUploadWhereNothingCanBeMounted(String from) {
    HttpResponse<String> response = send("POST", UPLOADS + "?mount=" + digest("hi") + from);

    assertThat(response.statusCode()).isEqualTo(202);
    assertThat(send("GET", location(response)).statusCode()).isEqualTo(204);
  }

  @Test
  void startsUploadWithoutSlashAtTheEnd() {
    assertThat(send("POST", "/v2/team/app/blobs/uploads").statusCode()).isEqualTo(202);
  }
}
