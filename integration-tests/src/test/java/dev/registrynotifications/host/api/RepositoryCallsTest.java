package dev.registrynotifications.host.api;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Which request leads to which calls: a plugin's events depend on it. */
class RepositoryCallsTest extends ApiFixture {

  private static final String IMAGE = digest(image("config"));
  private static final String CONFIG = digest("config");
  private static final String MANIFESTS = "/v2/team/app/manifests/";
  private static final String BLOB = "/v2/team/app/blobs/" + CONFIG;
  private static final String UPLOADS = "/v2/team/app/blobs/uploads/";

  @BeforeEach
  void pushImage() {
    pushImage("team/app", "latest", "config");
    recorder.takeCalls();
  }

  @ParameterizedTest
  @ValueSource(strings = {"GET", "HEAD"})
  void readsManifestOnce(String method) {
    send(method, MANIFESTS + "latest");
    send(method, MANIFESTS + IMAGE);
    send(method, MANIFESTS + "latest", "If-None-Match", "\"x\"");

    assertThat(recorder.takeCalls())
        .containsExactly(
            "manifests.get(latest)",
            "manifests.get(" + IMAGE + ")",
            "tags.get(latest)",
            "manifests.stat(" + IMAGE + ")",
            "manifests.get(latest)");
  }

  @Test
  void readsNoManifestThatTheClientHas() {
    send("GET", MANIFESTS + "latest", "If-None-Match", "\"" + IMAGE + "\"");
    send("HEAD", MANIFESTS + IMAGE, "If-None-Match", "\"" + IMAGE + "\"");

    assertThat(recorder.takeCalls())
        .containsExactly(
            "tags.get(latest)", "manifests.stat(" + IMAGE + ")", "manifests.stat(" + IMAGE + ")");
  }

  @Test
  void opensBlobOncePerRequestOfIt() {
    send("GET", BLOB);
    send("HEAD", BLOB);
    send("GET", BLOB, "Range", "bytes=1-2");
    send("GET", BLOB, "If-None-Match", "\"" + CONFIG + "\"");

    String open = "blobs.open(" + CONFIG + ")";
    assertThat(recorder.takeCalls()).containsExactly(open, open, open, open);
  }

  @Test
  void checksReferencesWithoutPullingThem() {
    pushManifest("team/app", "again", OCI_MANIFEST, image("config"));
    pushManifest("team/app", "multi", OCI_INDEX, index(image("config")));

    assertThat(recorder.takeCalls())
        .containsExactly(
            "blobs.stat(" + CONFIG + ")",
            "manifests.put(" + IMAGE + ", [again])",
            "manifests.stat(" + IMAGE + ")",
            "manifests.put(" + digest(index(image("config"))) + ", [multi])");
  }

  @Test
  void putsManifestWithAllItsTagsAtOnce() {
    pushManifest("team/app", IMAGE + "?tag=1&tag=2", OCI_MANIFEST, image("config"));
    pushManifest("team/app", IMAGE, OCI_MANIFEST, image("config"));

    assertThat(recorder.takeCalls())
        .contains("manifests.put(" + IMAGE + ", [1, 2])", "manifests.put(" + IMAGE + ", [])");
  }

  @Test
  void looksTagsUpBeforeManifestIsDeleted() {
    pushManifest("team/app", "1.0", OCI_MANIFEST, image("config"));
    recorder.takeCalls();

    send("DELETE", MANIFESTS + IMAGE);

    assertThat(recorder.takeCalls())
        .containsExactly(
            "tags.lookup(" + IMAGE + ")",
            "manifests.delete(" + IMAGE + ")",
            "tags.untag(1.0)",
            "tags.untag(latest)");
  }

  @Test
  void untagsNothingWhereNothingWasDeleted() {
    send("DELETE", MANIFESTS + digest("absent"));

    assertThat(recorder.takeCalls())
        .containsExactly(
            "tags.lookup(" + digest("absent") + ")", "manifests.delete(" + digest("absent") + ")");
  }

  @Test
  void deletesTagBlobAndRepository() {
    send("DELETE", MANIFESTS + "latest");
    send("DELETE", BLOB);
    send("DELETE", "/v2/team/app/");

    assertThat(recorder.takeCalls())
        .containsExactly(
            "tags.untag(latest)", "blobs.delete(" + CONFIG + ")", "remover.remove(team/app)");
  }

  @Test
  void mountsAndStartsUploadWhereItCannot() {
    String absent = digest("absent");
    send("POST", UPLOADS + "?mount=" + CONFIG + "&from=team/app");
    send("POST", UPLOADS + "?mount=" + absent + "&from=team/other");
    send("POST", UPLOADS + "?mount=" + CONFIG);

    assertThat(recorder.takeCalls())
        .containsExactly(
            "blobs.mount(team/app, " + CONFIG + ")",
            "blobs.mount(team/other, " + absent + ")",
            "blobs.create()",
            "blobs.create()");
  }

  @Test
  void uploadsWithoutLookingForTheBlob() {
    pushBlob("team/app", "config");
    String upload = startUpload("team/app");
    sendBody("PATCH", upload, "con");
    sendBody("PUT", upload + "?digest=" + CONFIG, "fig");

    String resume = "blobs.resume(" + upload.replace(UPLOADS, "") + ")";
    assertThat(recorder.takeCalls())
        .containsExactly("blobs.create()", "blobs.create()", resume, resume);
  }
}
