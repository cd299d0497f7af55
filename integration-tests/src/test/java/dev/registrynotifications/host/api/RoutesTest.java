package dev.registrynotifications.host.api;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class RoutesTest extends ApiFixture {

  @ParameterizedTest
  @ValueSource(strings = {"/v2/", "/v2"})
  void saysThatThisIsARegistry(String path) {
    HttpResponse<String> response = send("GET", path);

    assertThat(response.statusCode()).isEqualTo(200);
    assertThat(header(response, "Docker-Distribution-Api-Version")).isEqualTo("registry/2.0");
    assertThat(response.body()).isEqualTo("{}");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"a/manifests/b", "a/blobs/uploads", "a/tags/list", "blobs/manifests", "uploads"})
  void servesRepositoriesWhoseNamesLookLikePaths(String name) {
    String digest = pushImage(name, "latest", "config");

    assertThat(send("GET", "/v2/" + name + "/manifests/" + digest).statusCode()).isEqualTo(200);
    assertThat(send("GET", "/v2/" + name + "/blobs/" + digest("config")).body())
        .isEqualTo("config");
    assertThat(send("GET", "/v2/" + name + "/tags/list").body())
        .isEqualTo("{\"name\":\"" + name + "\",\"tags\":[\"latest\"]}");
  }

  @ParameterizedTest
  @ValueSource(strings = {"Upper", "-a", "a__-b", "a/-b"})
  void refusesInvalidNames(String name) {
    assertError(send("GET", "/v2/" + name + "/tags/list"), 400, "NAME_INVALID");
    assertError(send("POST", "/v2/" + name + "/blobs/uploads/"), 400, "NAME_INVALID");
  }

  @Test
  void refusesNamesThatAreTooLong() {
    assertError(send("GET", "/v2/" + "a".repeat(256) + "/tags/list"), 400, "NAME_INVALID");
    assertError(send("GET", "/v2/" + "a".repeat(255) + "/tags/list"), 404, "NAME_UNKNOWN");
  }

  @ParameterizedTest
  @ValueSource(strings = {"/", "/v1/", "/v2/a", "/v2/a/b/c"})
  void hasNothingElsewhere(String path) {
    assertError(send("GET", path), 404, "UNSUPPORTED");
  }

  @Test
  void refusesPathsThatProxiesMayReadDifferently() {
    assertError(send("GET", "/v2/a//b/tags/list"), 400, "UNSUPPORTED");
    assertError(send("GET", "/v2/a%2Fb/tags/list"), 400, "UNSUPPORTED");
  }

  @ParameterizedTest
  @CsvSource({
    "POST, /v2/, 'GET, HEAD'",
    "DELETE, /v2/_catalog, 'GET, HEAD'",
    "PUT, /v2/a/tags/list, 'GET, HEAD'",
    "GET, /v2/a/blobs/uploads/, 'POST'",
    "GET, /v2/a/, 'DELETE'",
    "POST, /v2/a/manifests/latest, 'GET, HEAD, PUT, DELETE'",
    "POST, /v2/a/blobs/uploads/x, 'GET, HEAD, PATCH, PUT, DELETE'",
  })
  void refusesMethodsThatAResourceDoesNotHave(String method, String path, String allowed) {
    HttpResponse<String> response = send(method, path);

    assertError(response, 405, "UNSUPPORTED");
    assertThat(header(response, "Allow")).isEqualTo(allowed);
  }
}
