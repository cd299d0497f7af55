package dev.registrynotifications.host.api;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class BlobsApiTest extends ApiFixture {

  private static final String BLOB = "/v2/team/app/blobs/" + digest("hello");

  @BeforeEach
  void pushBlob() {
    pushBlob("team/app", "hello");
  }

  @Test
  void servesBlob() {
    HttpResponse<String> response = send("GET", BLOB);

    assertThat(response.statusCode()).isEqualTo(200);
    assertThat(response.body()).isEqualTo("hello");
    assertThat(header(response, "Content-Length")).isEqualTo("5");
    assertThat(header(response, "Content-Type")).isEqualTo("application/octet-stream");
    assertThat(header(response, "Docker-Content-Digest")).isEqualTo(digest("hello"));
    assertThat(header(response, "ETag")).isEqualTo("\"" + digest("hello") + "\"");
    assertThat(header(response, "Accept-Ranges")).isEqualTo("bytes");
  }

  @Test
  void servesPercentEncodedDigest() {
    assertThat(send("GET", BLOB.replace(":", "%3A")).body()).isEqualTo("hello");
  }

  @Test
  void servesHeadOfBlob() {
    HttpResponse<String> response = send("HEAD", BLOB, "Range", "bytes=1-2");

    assertThat(response.statusCode()).isEqualTo(200);
    assertThat(response.body()).isEmpty();
    assertThat(header(response, "Content-Length")).isEqualTo("5");
    assertThat(header(response, "Docker-Content-Digest")).isEqualTo(digest("hello"));
  }

  @Test
  void servesBlobThatIsLargerThanAllBuffers() {
    String large = "0123456789abcdef".repeat(100_000);
    pushBlob("team/app", large);

    assertThat(send("GET", "/v2/team/app/blobs/" + digest(large)).body()).isEqualTo(large);
  }

  @ParameterizedTest
  @CsvSource({
    "bytes=1-2, el, bytes 1-2/5",
    "bytes=0-0, h, bytes 0-0/5",
    "bytes=3-, lo, bytes 3-4/5",
    "bytes=3-99, lo, bytes 3-4/5",
    "bytes=-2, lo, bytes 3-4/5",
    "bytes=-99, hello, bytes 0-4/5",
  })
  void servesRange(String range, String part, String contentRange) {
    HttpResponse<String> response = send("GET", BLOB, "Range", range);

    assertThat(response.statusCode()).isEqualTo(206);
    assertThat(response.body()).isEqualTo(part);
    assertThat(header(response, "Content-Range")).isEqualTo(contentRange);
    assertThat(header(response, "Content-Length")).isEqualTo(String.valueOf(part.length()));
  }

  @ParameterizedTest
  @ValueSource(strings = {"bytes=5-", "bytes=9-10", "bytes=-0"})
  void refusesRangeOutsideTheBlob(String range) {
    HttpResponse<String> response = send("GET", BLOB, "Range", range);

    assertError(response, 416, "SIZE_INVALID");
    assertThat(header(response, "Content-Range")).isEqualTo("bytes */5");
  }

  @ParameterizedTest
  @ValueSource(strings = {"bytes=0-1,3-4", "bytes=2-1", "bytes=-", "lines=1-2", "bytes=x"})
  void servesAllWhereTheRangeIsToBeIgnored(String range) {
    HttpResponse<String> response = send("GET", BLOB, "Range", range);

    assertThat(response.statusCode()).isEqualTo(200);
    assertThat(response.body()).isEqualTo("hello");
  }

  @Test
  void servesRangeOnlyOfTheVersionAskedFor() {
    String mine = "\"" + digest("hello") + "\"";

    assertThat(send("GET", BLOB, "Range", "bytes=1-", "If-Range", mine).body()).isEqualTo("ello");
    assertThat(send("GET", BLOB, "Range", "bytes=1-", "If-Range", "\"x\"").body())
        .isEqualTo("hello");
  }

  @ParameterizedTest
  @ValueSource(strings = {"GET", "HEAD"})
  void doesNotSendWhatTheClientHas(String method) {
    HttpResponse<String> response =
        send(method, BLOB, "If-None-Match", "\"" + digest("hello") + "\"");

    assertThat(response.statusCode()).isEqualTo(304);
    assertThat(response.body()).isEmpty();
    assertThat(header(response, "ETag")).isEqualTo("\"" + digest("hello") + "\"");
    assertThat(header(response, "Content-Length")).isEqualTo("5");
  }

  @Test
  void deletesBlob() {
    assertThat(send("DELETE", BLOB).statusCode()).isEqualTo(202);
    assertError(send("GET", BLOB), 404, "BLOB_UNKNOWN");
    assertError(send("DELETE", BLOB), 404, "BLOB_UNKNOWN");
    assertThat(send("HEAD", BLOB).statusCode()).isEqualTo(404);
  }

  @Test
  void refusesWhatIsNoDigest() {
    assertError(send("GET", "/v2/team/app/blobs/latest"), 400, "DIGEST_INVALID");
    assertError(send("GET", "/v2/team/app/blobs/sha256:abc"), 400, "DIGEST_INVALID");
    assertError(send("GET", "/v2/team/app/blobs/md5:abc"), 400, "DIGEST_INVALID");
  }

  @Test
  void hasNoBlobOfOtherRepository() {
    assertError(send("GET", BLOB.replace("team/app", "team")), 404, "BLOB_UNKNOWN");
  }
}
