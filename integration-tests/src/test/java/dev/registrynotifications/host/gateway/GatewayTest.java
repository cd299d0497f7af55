package dev.registrynotifications.host.gateway;

import static dev.registrynotifications.Patience.DEADLINE;
import static org.assertj.core.api.Assertions.assertThat;

import dev.registrynotifications.host.server.RegistryServer;
import dev.registrynotifications.host.servlet.Credentials;
import dev.registrynotifications.host.storage.memory.MemoryRegistry;
import dev.registrynotifications.plugin.RepositoryDecorator;
import dev.registrynotifications.registry.Digest;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class GatewayTest extends GatewayFixture {

  private static final int SIZE = 5 * 1024 * 1024;
  private static final int UPLOADS = 300;

  private final HttpClient http = HttpClient.newHttpClient();
  private final byte[] blob = bytes(SIZE, 1);
  private final String digest = digest(blob);
  private RegistryServer registry;

  @BeforeEach
  void startBeforeRegistry() throws IOException {
    registry = RegistryServer.bind("127.0.0.1", 0);
    registry.start(new MemoryRegistry(), RepositoryDecorator.NONE, Credentials.NONE);
    startBefore(new Upstream(registry.uri()));
  }

  @AfterEach
  void stopRegistry() {
    registry.close();
  }

  @Test
  void passesUploadInChunksOn() throws Exception {
    String upload = location(send("POST", "/v2/team/app/blobs/uploads/", BodyPublishers.noBody()));

    HttpResponse<byte[]> appended = send("PATCH", upload, chunked(blob));
    HttpResponse<byte[]> finished =
        send("PUT", location(appended) + "?digest=" + digest, BodyPublishers.noBody());

    assertThat(appended.statusCode()).isEqualTo(202);
    assertThat(appended.headers().firstValue("Range")).contains("0-" + (SIZE - 1));
    assertThat(finished.statusCode()).isEqualTo(201);
    assertThat(send("GET", location(finished), BodyPublishers.noBody()).body()).isEqualTo(blob);
  }

  @ParameterizedTest
  @ValueSource(booleans = {true, false})
  void passesWholeUploadOn(boolean expectsContinue) throws Exception {
    HttpRequest request =
        request("POST", "/v2/team/app/blobs/uploads/?digest=" + digest, whole(blob))
            .expectContinue(expectsContinue)
            .build();

    assertThat(http.send(request, BodyHandlers.discarding()).statusCode()).isEqualTo(201);
  }

  @Test
  void passesRangesHeadsAndConditionsOn() throws Exception {
    String path = "/v2/team/app/blobs/" + digest;
    pushBlob(blob);

    HttpResponse<byte[]> head = send("HEAD", path, BodyPublishers.noBody());
    HttpResponse<byte[]> range = get(path, "Range", "bytes=1000000-1999999");
    HttpResponse<byte[]> had = get(path, "If-None-Match", "\"" + digest + "\"");

    assertThat(head.statusCode()).isEqualTo(200);
    assertThat(head.headers().firstValueAsLong("Content-Length")).hasValue(SIZE);
    assertThat(range.statusCode()).isEqualTo(206);
    assertThat(range.body()).isEqualTo(Arrays.copyOfRange(blob, 1_000_000, 2_000_000));
    assertThat(had.statusCode()).isEqualTo(304);
    assertThat(had.headers().firstValue("ETag")).contains("\"" + digest + "\"");
  }

  @ParameterizedTest
  @ValueSource(strings = {"GET", "HEAD", "DELETE", "PUT", "PATCH", "BREW"})
  void passesAllMethodsOn(String method) throws Exception {
    int direct = statusOf(registry.uri().resolve("/v2/a/manifests/absent"), method);

    assertThat(statusOf(uri("/v2/a/manifests/absent"), method)).isEqualTo(direct);
  }

  @Test
  void passesMoreUploadsOnAtOnceThanThereAreThreads() throws Exception {
    List<CompletableFuture<HttpResponse<Void>>> answers = new ArrayList<>();
    for (int i = 0; i < UPLOADS; i++) {
      byte[] content = bytes(1000 + i, i);
      String path = "/v2/team/app" + i + "/blobs/uploads/?digest=" + digest(content);
      HttpRequest request = request("POST", path, whole(content)).build();
      answers.add(http.sendAsync(request, BodyHandlers.discarding()));
    }

    for (CompletableFuture<HttpResponse<Void>> answer : answers) {
      assertThat(answer.get(DEADLINE.toSeconds(), TimeUnit.SECONDS).statusCode()).isEqualTo(201);
    }
  }

  private void pushBlob(byte[] content) throws IOException, InterruptedException {
    String path = "/v2/team/app/blobs/uploads/?digest=" + digest(content);
    assertThat(send("POST", path, whole(content)).statusCode()).isEqualTo(201);
  }

  private HttpResponse<byte[]> get(String path, String header, String value)
      throws IOException, InterruptedException {
    HttpRequest request =
        request("GET", path, BodyPublishers.noBody()).header(header, value).build();
    return http.send(request, BodyHandlers.ofByteArray());
  }

  private HttpResponse<byte[]> send(String method, String path, BodyPublisher body)
      throws IOException, InterruptedException {
    return http.send(request(method, path, body).build(), BodyHandlers.ofByteArray());
  }

  private HttpRequest.Builder request(String method, String path, BodyPublisher body) {
    return HttpRequest.newBuilder(uri(path)).method(method, body);
  }

  private int statusOf(URI uri, String method) throws IOException, InterruptedException {
    HttpRequest request =
        HttpRequest.newBuilder(uri).method(method, BodyPublishers.noBody()).build();
    return http.send(request, BodyHandlers.discarding()).statusCode();
  }

  private static BodyPublisher whole(byte[] content) {
    return BodyPublishers.ofByteArray(content);
  }

  private static BodyPublisher chunked(byte[] content) {
    return BodyPublishers.ofInputStream(() -> new ByteArrayInputStream(content));
  }

  private static String location(HttpResponse<byte[]> response) {
    return response.headers().firstValue("Location").orElseThrow();
  }

  private static String digest(byte[] content) {
    return Digest.sha256(ByteBuffer.wrap(content)).toString();
  }

  private static byte[] bytes(int length, int seed) {
    byte[] bytes = new byte[length];
    new Random(seed).nextBytes(bytes);
    return bytes;
  }
}
