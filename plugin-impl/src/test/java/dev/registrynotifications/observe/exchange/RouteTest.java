package dev.registrynotifications.observe.exchange;

import static org.assertj.core.api.Assertions.assertThat;

import dev.registrynotifications.registry.Digest;
import dev.registrynotifications.registry.RepositoryName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RouteTest {

  private static final RepositoryName REPOSITORY = new RepositoryName("team/app");
  private static final String DIGEST = "sha256:" + "a".repeat(64);

  @Test
  void findsAManifestByItsTag() {
    assertThat(Route.of("/v2/team/app/manifests/v1.0"))
        .contains(new Route.Manifest(REPOSITORY, "v1.0"));
  }

  @Test
  void findsAManifestByItsDigest() {
    Route.Manifest route = (Route.Manifest) Route.of("/v2/team/app/manifests/" + DIGEST).get();

    assertThat(route.digest()).contains(Digest.parse(DIGEST));
  }

  @Test
  void findsABlob() {
    assertThat(Route.of("/v2/team/app/blobs/" + DIGEST))
        .contains(new Route.Blob(REPOSITORY, Digest.parse(DIGEST)));
  }

  @ParameterizedTest
  @ValueSource(strings = {"/v2/team/app/blobs/uploads/", "/v2/team/app/blobs/uploads"})
  void findsWhereUploadsBegin(String path) {
    assertThat(Route.of(path)).contains(new Route.Uploads(REPOSITORY));
  }

  @Test
  void findsAnUpload() {
    assertThat(Route.of("/v2/team/app/blobs/uploads/7f-1"))
        .contains(new Route.Upload(REPOSITORY, "7f-1"));
  }

  @Test
  void takesTheNameUpToTheLastWordThatItMayHaveInIt() {
    assertThat(Route.of("/v2/blobs/manifests/manifests/blobs/manifests/latest"))
        .contains(
            new Route.Manifest(new RepositoryName("blobs/manifests/manifests/blobs"), "latest"));
    assertThat(Route.of("/v2/a/manifests/blobs/" + DIGEST))
        .contains(new Route.Blob(new RepositoryName("a/manifests"), Digest.parse(DIGEST)));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "/",
        "/v2",
        "/v2/",
        "/v2/_catalog",
        "/v2/team/app/tags/list",
        "/v2/team/app/referrers/sha256:aa",
        "/v2/team/app/manifests/",
        "/v2/team/app/manifests/sha256:aa",
        "/v2/team/app/manifests/-tag",
        "/v2/team/app/manifests/a/b",
        "/v2/Team/manifests/latest",
        "/v2/manifests/latest",
        "/v2/blobs/uploads/",
        "/v2//manifests/latest",
        "/v2/../team/manifests/latest",
        "/v2/team/app/blobs/",
        "/v2/team/app/blobs/no-digest",
        "/v1/team/app/manifests/latest",
        "/other/v2/team/app/manifests/latest"
      })
  void findsNothingElsewhere(String path) {
    assertThat(Route.of(path)).isEmpty();
  }

  @Test
  void findsNothingInWhatIsTooLongForAName() {
    assertThat(Route.of("/v2/" + "a/".repeat(50_000) + "b/manifests/latest")).isEmpty();
    assertThat(Route.of("/v2/a/blobs/uploads/" + "x".repeat(100_000))).isEmpty();
  }
}
