package dev.registrynotifications.host.api;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ManifestsApiTest extends ApiFixture {

  private static final String MANIFESTS = "/v2/team/app/manifests/";

  @ParameterizedTest
  @ValueSource(strings = {OCI_MANIFEST, "application/vnd.docker.distribution.manifest.v2+json"})
  void servesImageByTagAndByDigestAsItWasPushed(String mediaType) {
    pushBlob("team/app", "config");
    String digest = pushManifest("team/app", "latest", mediaType, image("config"));

    HttpResponse<String> byTag = send("GET", MANIFESTS + "latest");
    HttpResponse<String> byDigest = send("GET", MANIFESTS + digest);

    assertThat(byTag.statusCode()).isEqualTo(200);
    assertThat(byTag.body()).isEqualTo(image("config"));
    assertThat(header(byTag, "Content-Type")).isEqualTo(mediaType);
    assertThat(header(byTag, "Docker-Content-Digest")).isEqualTo(digest);
    assertThat(header(byTag, "ETag")).isEqualTo("\"" + digest + "\"");
    assertThat(byDigest.body()).isEqualTo(image("config"));
  }

  @ParameterizedTest
  @ValueSource(strings = {OCI_INDEX, "application/vnd.docker.distribution.manifest.list.v2+json"})
  void servesIndexWhateverTheClientAccepts(String mediaType) {
    pushImage("team/app", "amd64", "config");
    String index = index(image("config"));
    pushManifest("team/app", "multi", mediaType, index);

    HttpResponse<String> response = send("GET", MANIFESTS + "multi", "Accept", OCI_MANIFEST);

    assertThat(response.body()).isEqualTo(index);
    assertThat(header(response, "Content-Type")).isEqualTo(mediaType);
  }

  @Test
  void servesHeadOfManifest() {
    String digest = pushImage("team/app", "latest", "config");

    HttpResponse<String> response = send("HEAD", MANIFESTS + "latest");

    assertThat(response.statusCode()).isEqualTo(200);
    assertThat(response.body()).isEmpty();
    assertThat(header(response, "Docker-Content-Digest")).isEqualTo(digest);
    assertThat(header(response, "Content-Type")).isEqualTo(OCI_MANIFEST);
    assertThat(header(response, "Content-Length"))
        .isEqualTo(String.valueOf(image("config").length()));
  }

  @Test
  void answersPushWithPlaceAndDigest() {
    pushBlob("team/app", "config");

    HttpResponse<String> response =
        sendBody("PUT", MANIFESTS + "latest", image("config"), "Content-Type", OCI_MANIFEST);

    String digest = digest(image("config"));
    assertThat(response.statusCode()).isEqualTo(201);
    assertThat(location(response)).isEqualTo(MANIFESTS + digest);
    assertThat(header(response, "Docker-Content-Digest")).isEqualTo(digest);
  }

  @Test
  void setsTagsOfPushByDigest() {
    pushBlob("team/app", "config");
    String digest = digest(image("config"));

    pushManifest("team/app", digest + "?tag=1.0&tag=latest", OCI_MANIFEST, image("config"));

    assertThat(send("GET", MANIFESTS + "1.0").statusCode()).isEqualTo(200);
    assertThat(header(send("GET", MANIFESTS + "latest"), "Docker-Content-Digest"))
        .isEqualTo(digest);
  }

  @ParameterizedTest
  @CsvSource({
    "W/\"DIGEST\"",
    "\"DIGEST\"",
    "DIGEST",
    "*",
    "'\"x\", \"DIGEST\"'",
  })
  void doesNotSendWhatTheClientHas(String tags) {
    String digest = pushImage("team/app", "latest", "config");
    String header = tags.replace("DIGEST", digest);

    assertThat(send("GET", MANIFESTS + "latest", "If-None-Match", header).statusCode())
        .isEqualTo(304);
    assertThat(send("HEAD", MANIFESTS + digest, "If-None-Match", header).statusCode())
        .isEqualTo(304);
  }

  @Test
  void sendsWhatTheClientDoesNotHave() {
    pushImage("team/app", "latest", "config");

    assertThat(send("GET", MANIFESTS + "latest", "If-None-Match", "\"x\"").statusCode())
        .isEqualTo(200);
    assertError(send("GET", MANIFESTS + "absent", "If-None-Match", "*"), 404, "MANIFEST_UNKNOWN");
  }

  @Test
  void deletesManifestWithItsTags() {
    String digest = pushImage("team/app", "latest", "config");
    pushManifest("team/app", "1.0", OCI_MANIFEST, image("config"));
    pushImage("team/app", "other", "config2");

    assertThat(send("DELETE", MANIFESTS + digest).statusCode()).isEqualTo(202);
    assertError(send("GET", MANIFESTS + digest), 404, "MANIFEST_UNKNOWN");
    assertThat(send("GET", "/v2/team/app/tags/list").body()).contains("[\"other\"]");
    assertError(send("DELETE", MANIFESTS + digest), 404, "MANIFEST_UNKNOWN");
  }

  @Test
  void deletesTagAlone() {
    String digest = pushImage("team/app", "latest", "config");

    assertThat(send("DELETE", MANIFESTS + "latest").statusCode()).isEqualTo(202);
    assertError(send("GET", MANIFESTS + "latest"), 404, "MANIFEST_UNKNOWN");
    assertError(send("DELETE", MANIFESTS + "latest"), 404, "MANIFEST_UNKNOWN");
    assertThat(send("GET", MANIFESTS + digest).statusCode()).isEqualTo(200);
  }

  @Test
  void refusesManifestWhoseBlobsAreMissing() {
    pushBlob("team/app", "config");

    HttpResponse<String> response =
        sendBody(
            "PUT",
            MANIFESTS + "latest",
            image("config", "absent1", "absent2"),
            "Content-Type",
            OCI_MANIFEST);

    assertError(response, 400, "MANIFEST_BLOB_UNKNOWN");
    assertThat(response.body()).contains(digest("absent1"), digest("absent2"));
    assertError(send("GET", MANIFESTS + "latest"), 404, "MANIFEST_UNKNOWN");
  }

  @Test
  void refusesIndexWhoseManifestsAreMissing() {
    pushBlob("team/app", "a blob");

    HttpResponse<String> response =
        sendBody("PUT", MANIFESTS + "latest", index("a blob"), "Content-Type", OCI_INDEX);

    assertError(response, 400, "MANIFEST_BLOB_UNKNOWN");
  }

  @Test
  void takesManifestWhoseSubjectAndForeignLayersAreElsewhere() {
    pushBlob("team/app", "config");
    String foreign =
        """
        {"schemaVersion": 2,
         "subject": {"mediaType": "s", "size": 1, "digest": "%1$s"},
         "config": {"mediaType": "c", "size": 6, "digest": "%2$s"},
         "layers": [{"mediaType": "application/vnd.oci.image.layer.nondistributable.v1.tar",
                     "size": 1, "digest": "%1$s", "urls": ["https://elsewhere.example"]}]}
        """
            .formatted(digest("absent"), digest("config"));

    pushManifest("team/app", "latest", OCI_MANIFEST, foreign);

    assertThat(send("GET", MANIFESTS + "latest").body()).isEqualTo(foreign);
  }

  @ParameterizedTest
  @CsvSource({
    "application/json, '{\"schemaVersion\": 2}'",
    "application/vnd.docker.distribution.manifest.v1+json, '{\"schemaVersion\": 1}'",
    "application/vnd.oci.image.manifest.v1+json, '{'",
    "application/vnd.oci.image.manifest.v1+json, ''",
    "application/vnd.oci.image.index.v1+json, '{\"schemaVersion\": 2, \"mediaType\": \"x\"}'",
  })
  void refusesWhatIsNoManifest(String mediaType, String json) {
    assertError(
        sendBody("PUT", MANIFESTS + "latest", json, "Content-Type", mediaType),
        400,
        "MANIFEST_INVALID");
  }

  @Test
  void refusesManifestWithoutMediaType() {
    assertError(sendBody("PUT", MANIFESTS + "latest", image("config")), 400, "MANIFEST_INVALID");
  }

  @Test
  void takesFourMebibytesAndNoMore() {
    String empty = index();
    String largest = empty + " ".repeat(4 * 1024 * 1024 - empty.length());

    pushManifest("team/app", "latest", OCI_INDEX, largest);

    assertError(
        sendBody("PUT", MANIFESTS + "latest", largest + " ", "Content-Type", OCI_INDEX),
        413,
        "MANIFEST_INVALID");
    assertError(
        sendBody("PUT", MANIFESTS + "latest", largest + largest, "Content-Type", OCI_INDEX),
        413,
        "MANIFEST_INVALID");
  }

  @Test
  void refusesManifestWithAnotherDigest() {
    String path = MANIFESTS + digest("other");

    assertError(sendBody("PUT", path, index(), "Content-Type", OCI_INDEX), 400, "DIGEST_INVALID");
  }

  @Test
  void refusesTagThatIsNone() {
    assertError(
        sendBody("PUT", MANIFESTS + ".hidden", index(), "Content-Type", OCI_INDEX),
        400,
        "TAG_INVALID");
    assertError(
        sendBody(
            "PUT", MANIFESTS + digest(index()) + "?tag=-x", index(), "Content-Type", OCI_INDEX),
        400,
        "TAG_INVALID");
    assertError(send("GET", MANIFESTS + ".hidden"), 404, "MANIFEST_UNKNOWN");
    assertError(send("DELETE", MANIFESTS + ".hidden"), 404, "MANIFEST_UNKNOWN");
  }
}
