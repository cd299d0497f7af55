package dev.registrynotifications.host.api;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.registrynotifications.host.server.RegistryServer;
import dev.registrynotifications.host.servlet.Credentials;
import dev.registrynotifications.host.storage.memory.MemoryRegistry;
import dev.registrynotifications.registry.Digest;
import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.ByteBuffer;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;

/** A server on a port of its own, over an empty memory, and a client. */
public abstract class ApiFixture {

  protected static final String OCI_MANIFEST = "application/vnd.oci.image.manifest.v1+json";
  protected static final String OCI_INDEX = "application/vnd.oci.image.index.v1+json";

  protected final RecordingDecorator recorder = new RecordingDecorator();
  protected final RegistryServer server = bind();
  private final HttpClient http = HttpClient.newHttpClient();

  @BeforeEach
  void startServer() {
    server.start(new MemoryRegistry(), recorder, credentials());
  }

  @AfterEach
  void stopServer() {
    server.close();
  }

  /** Who may use the server: everybody, unless a test says otherwise. */
  protected Credentials credentials() {
    return Credentials.NONE;
  }

  /** Sends a request without a body; headers are names and values in turn. */
  protected HttpResponse<String> send(String method, String path, String... headers) {
    return send(request(method, path, headers));
  }

  /** Sends a request with a body; headers are names and values in turn. */
  protected HttpResponse<String> sendBody(
      String method, String path, String body, String... headers) {
    HttpRequest.Builder request = request(method, path, headers);
    return send(request.method(method, BodyPublishers.ofString(body)));
  }

  /** Uploads a blob in one request. */
  protected String pushBlob(String repository, String text) {
    String path = "/v2/" + repository + "/blobs/uploads/?digest=" + digest(text);
    assertThat(sendBody("POST", path, text).statusCode()).isEqualTo(201);
    return digest(text);
  }

  /** Starts an upload and returns its path. */
  protected String startUpload(String repository) {
    return location(send("POST", "/v2/" + repository + "/blobs/uploads/"));
  }

  /** Pushes a manifest and returns its digest. */
  protected String pushManifest(
      String repository, String reference, String mediaType, String json) {
    String path = "/v2/" + repository + "/manifests/" + reference;
    HttpResponse<String> response = sendBody("PUT", path, json, "Content-Type", mediaType);
    assertThat(response.statusCode()).as(response.body()).isEqualTo(201);
    return digest(json);
  }

  /** Pushes an image without layers, and returns its digest. */
  protected String pushImage(String repository, String tag, String config) {
    pushBlob(repository, config);
    return pushManifest(repository, tag, OCI_MANIFEST, image(config));
  }

  /** An image with these blobs. */
  protected static String image(String config, String... layers) {
    String layerList =
        Stream.of(layers).map(ApiFixture::descriptor).collect(Collectors.joining(", "));
    return "{\"schemaVersion\": 2, \"config\": %s, \"layers\": [%s]}"
        .formatted(descriptor(config), layerList);
  }

  /** An index of these manifests. */
  protected static String index(String... manifests) {
    String list = Stream.of(manifests).map(ApiFixture::descriptor).collect(Collectors.joining(","));
    return "{\"schemaVersion\": 2, \"manifests\": [%s]}".formatted(list);
  }

  private static String descriptor(String text) {
    return "{\"mediaType\": \"text/plain\", \"size\": %d, \"digest\": \"%s\"}"
        .formatted(text.length(), digest(text));
  }

  protected static String digest(String text) {
    return Digest.sha256(ByteBuffer.wrap(text.getBytes(UTF_8))).toString();
  }

  protected static String location(HttpResponse<String> response) {
    return header(response, "Location");
  }

  protected static String header(HttpResponse<String> response, String name) {
    List<String> values = response.headers().allValues(name);
    assertThat(values).as(name + " of " + response).hasSize(1);
    return values.get(0);
  }

  protected static void assertError(HttpResponse<String> response, int status, String code) {
    assertThat(response.statusCode()).as(response.body()).isEqualTo(status);
    assertThat(header(response, "Content-Type")).isEqualTo("application/json");
    assertThat(header(response, "Docker-Distribution-Api-Version")).isEqualTo("registry/2.0");
    assertThat(response.body())
        .startsWith("{\"errors\":[{\"code\":\"" + code + "\",\"message\":\"");
  }

  private HttpRequest.Builder request(String method, String path, String... headers) {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(server.uri().resolve(path)).method(method, BodyPublishers.noBody());
    for (int i = 0; i < headers.length; i += 2) {
      request.header(headers[i], headers[i + 1]);
    }
    return request;
  }

  private HttpResponse<String> send(HttpRequest.Builder request) {
    try {
      return http.send(request.build(), BodyHandlers.ofString());
    } catch (IOException e) {
      throw new AssertionError("Could not send the request: " + e, e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new AssertionError("Could not send the request: interrupted", e);
    }
  }

  private static RegistryServer bind() {
    try {
      return RegistryServer.bind("127.0.0.1", 0);
    } catch (IOException e) {
      throw new AssertionError("Could not bind a port: " + e, e);
    }
  }
}
