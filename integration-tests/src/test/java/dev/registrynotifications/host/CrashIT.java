package dev.registrynotifications.host;

import static dev.registrynotifications.Patience.DEADLINE;
import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.registrynotifications.registry.Digest;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Kills the host in the middle of its work: what it has acknowledged it must still have. */
class CrashIT {

  private static final int CLIENTS = 3;

  private final HttpClient http = HttpClient.newHttpClient();

  @TempDir private Path storage;

  @ParameterizedTest
  @ValueSource(ints = {1, 7, 40, 150})
  void hasAllItAcknowledgedAndNothingHalfWritten(int acknowledgements) throws Exception {
    Acknowledged acknowledged = new Acknowledged();
    try (HostProcess host = launcher().start()) {
      killAmidPushes(host, acknowledgements, acknowledged);
    }

    try (HostProcess host = launcher().start()) {
      assertThat(acknowledged.digests()).hasSizeGreaterThanOrEqualTo(acknowledgements);
      for (Map.Entry<String, Digest> entry : acknowledged.digests().entrySet()) {
        assertServes(host, entry.getKey(), entry.getValue());
      }
      assertServesOnlyWhatIsWhole(host);
    }
  }

  @Test
  void takesUploadUpWhereItWasWhenKilled() throws Exception {
    byte[] blob = new byte[1_000_000];
    new Random(1).nextBytes(blob);
    URI upload;
    try (HostProcess host = launcher().start()) {
      upload = startUpload(host);
      killAmidChunk(host, upload, Arrays.copyOf(blob, 400_000), blob.length);
    }

    try (HostProcess host = launcher().start()) {
      URI resumed = host.baseUri().resolve(upload.getPath());
      int received = received(resumed);
      assertThat(received).isBetween(1, 400_000);
      Digest digest = Digest.sha256(ByteBuffer.wrap(blob));
      URI finish = URI.create(resumed + "?digest=" + digest);

      assertThat(put(finish, Arrays.copyOfRange(blob, received, blob.length))).isEqualTo(201);
      assertServes(host, "/v2/team/app/blobs/" + digest, digest);
    }
  }

  private HostLauncher launcher() {
    Path jar = Path.of(System.getProperty("hostJar", "hostJar is not set"));
    return new HostLauncher(jar).with("--storage", storage.toString());
  }

  private static void killAmidPushes(
      HostProcess host, int acknowledgements, Acknowledged acknowledged)
      throws InterruptedException {
    CountDownLatch toGo = new CountDownLatch(acknowledgements);
    List<Thread> clients = new ArrayList<>();
    for (int i = 0; i < CLIENTS; i++) {
      URI repository = host.baseUri().resolve("v2/team/app" + i + "/");
      clients.add(new Thread(new PushingClient(repository, i, acknowledged, toGo), "client " + i));
    }
    clients.forEach(Thread::start);
    boolean inTime = toGo.await(DEADLINE.toMillis(), TimeUnit.MILLISECONDS);
    host.kill();
    for (Thread client : clients) {
      client.join(DEADLINE.toMillis());
    }
    assertThat(inTime).isTrue();
  }

  private URI startUpload(HostProcess host) throws IOException, InterruptedException {
    HttpRequest request =
        HttpRequest.newBuilder(host.baseUri().resolve("v2/team/app/blobs/uploads/"))
            .POST(BodyPublishers.noBody())
            .build();
    HttpResponse<Void> response = http.send(request, BodyHandlers.discarding());
    return host.baseUri().resolve(response.headers().firstValue("Location").orElseThrow());
  }

  /** Announces a chunk, sends a part of it, and kills the host once it has stored some of that. */
  private void killAmidChunk(HostProcess host, URI upload, byte[] part, int announced)
      throws IOException, InterruptedException {
    String head =
        "PATCH %s HTTP/1.1\r\nHost: a\r\nContent-Length: %d\r\n\r\n"
            .formatted(upload.getPath(), announced);
    try (Socket socket = new Socket(upload.getHost(), upload.getPort())) {
      socket.getOutputStream().write(head.getBytes(US_ASCII));
      socket.getOutputStream().write(part);
      await().atMost(DEADLINE).until(() -> uploaded() > 0);
      host.kill();
    }
  }

  private long uploaded() throws IOException {
    try (Stream<Path> files = Files.walk(storage.resolve("uploads"))) {
      return files.filter(Files::isRegularFile).mapToLong(file -> file.toFile().length()).sum();
    }
  }

  private int received(URI upload) throws IOException, InterruptedException {
    HttpResponse<Void> status =
        http.send(HttpRequest.newBuilder(upload).build(), BodyHandlers.discarding());
    assertThat(status.statusCode()).isEqualTo(204);
    String range = status.headers().firstValue("Range").orElseThrow();
    return Integer.parseInt(range.substring(range.indexOf('-') + 1)) + 1;
  }

  private int put(URI uri, byte[] body) throws IOException, InterruptedException {
    HttpRequest request = HttpRequest.newBuilder(uri).PUT(BodyPublishers.ofByteArray(body)).build();
    return http.send(request, BodyHandlers.discarding()).statusCode();
  }

  /** Also what was never acknowledged must be whole, or not be there. */
  private void assertServesOnlyWhatIsWhole(HostProcess host) throws Exception {
    for (Path file : storedFiles()) {
      Path kind = storage.resolve("repositories").relativize(file);
      String repository = "/v2/" + kind.getName(0).toString().replace('+', '/');
      if (kind.getName(1).toString().equals("tags")) {
        Digest digest = Digest.parse(Files.readString(file));
        assertServes(host, repository + "/manifests/" + file.getFileName(), digest);
      } else {
        Digest digest = new Digest(kind.getName(2).toString(), kind.getName(3).toString());
        assertServes(host, repository + "/" + kind.getName(1) + "/" + digest, digest);
      }
    }
    assertThat(storage.resolve("temporary")).isEmptyDirectory();
  }

  private List<Path> storedFiles() {
    try (Stream<Path> files = Files.walk(storage.resolve("repositories"))) {
      return files.filter(Files::isRegularFile).toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private void assertServes(HostProcess host, String path, Digest digest)
      throws IOException, InterruptedException {
    HttpRequest request = HttpRequest.newBuilder(host.baseUri().resolve(path)).build();
    HttpResponse<byte[]> response = http.send(request, BodyHandlers.ofByteArray());
    assertThat(response.statusCode()).as(path).isEqualTo(200);
    assertThat(Digest.sha256(ByteBuffer.wrap(response.body()))).as(path).isEqualTo(digest);
  }
}
