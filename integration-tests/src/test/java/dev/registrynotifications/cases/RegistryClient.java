package dev.registrynotifications.cases;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpClient.Version;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/**
 * Sends requests of the OCI distribution API and remembers the statuses answered. Follows no
 * redirect and checks no answer: the caller compares.
 */
public final class RegistryClient {

  private static final String USER_AGENT = "curl/7.88.1";
  private static final byte[] NOTHING = {};

  private final HttpClient http;
  private final List<Integer> statuses;
  private final URI registry;
  private final String userAgent;

  /** Talks to the registry at that root, which ends in a slash. */
  public RegistryClient(URI registry) {
    this(
        HttpClient.newBuilder().version(Version.HTTP_1_1).build(),
        new ArrayList<>(),
        registry,
        USER_AGENT);
  }

  private RegistryClient(HttpClient http, List<Integer> statuses, URI registry, String userAgent) {
    this.http = http;
    this.statuses = statuses;
    this.registry = registry;
    this.userAgent = userAgent;
  }

  /** The same, on the same connections, under another name. */
  public RegistryClient as(String name) {
    return new RegistryClient(http, statuses, registry, name);
  }

  /** The same, on the same connections, but with statuses of its own. */
  public RegistryClient apart() {
    return new RegistryClient(http, new ArrayList<>(), registry, userAgent);
  }

  /** The statuses since the last time, as {@code 202/201}. */
  public String takeStatuses() {
    String taken = statuses.stream().map(String::valueOf).collect(Collectors.joining("/"));
    statuses.clear();
    return taken;
  }

  /** Gets; headers are names and values in turn. */
  public void get(String path, String... headers) {
    send("GET", registry.resolve(path), NOTHING, headers);
  }

  /** Asks for the head; headers are names and values in turn. */
  public void head(String path, String... headers) {
    send("HEAD", registry.resolve(path), NOTHING, headers);
  }

  /** Deletes. */
  public void delete(String path) {
    send("DELETE", registry.resolve(path), NOTHING);
  }

  /** Posts; headers are names and values in turn. */
  public HttpResponse<byte[]> post(String path, byte[] body, String... headers) {
    return send("POST", registry.resolve(path), body, headers);
  }

  /** Sends anything; headers are names and values in turn. */
  public HttpResponse<byte[]> send(String method, URI uri, BodyPublisher body, String... headers) {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(registry.resolve(uri))
            .header("User-Agent", userAgent)
            .method(method, body);
    for (int i = 0; i < headers.length; i += 2) {
      request.setHeader(headers[i], headers[i + 1]);
    }
    HttpResponse<byte[]> response = send(request.build());
    statuses.add(response.statusCode());
    return response;
  }

  /** Pushes a manifest by a tag or by its digest. */
  public void putManifest(String repository, String reference, Content manifest) {
    URI uri = registry.resolve("v2/" + repository + "/manifests/" + reference);
    send("PUT", uri, manifest.bytes(), "Content-Type", manifest.mediaType());
  }

  /** Uploads in two requests. */
  public void pushBlob(String repository, Content blob) {
    finishUpload(startUpload(repository), blob.bytes(), blob.digest());
  }

  /** Opens an upload and returns where to send it. */
  public URI startUpload(String repository) {
    return location(post("v2/" + repository + "/blobs/uploads/", NOTHING));
  }

  /** Sends a part of an upload and returns where to send the next. */
  public URI patchUpload(URI upload, String part, int offset) {
    String range = offset + "-" + (offset + part.length() - 1);
    return location(
        send(
            "PATCH",
            upload,
            part.getBytes(UTF_8),
            "Content-Type",
            "application/octet-stream",
            "Content-Range",
            range));
  }

  /** Ends an upload with the rest of it. */
  public void finishUpload(URI upload, byte[] rest, String digest) {
    String join = upload.getQuery() == null ? "?" : "&";
    URI uri = URI.create(upload + join + "digest=" + digest);
    send("PUT", uri, rest, "Content-Type", "application/octet-stream");
  }

  /** Gives an upload up. */
  public void cancelUpload(URI upload) {
    send("DELETE", upload, NOTHING);
  }

  /** Sends what {@link HttpClient} refuses to: see {@link RawRequest}. */
  public void send(RawRequest request) {
    statuses.add(request.sendTo(registry));
  }

  /** Where an answer says that an upload goes on. */
  public static URI location(HttpResponse<byte[]> response) {
    String location =
        response
            .headers()
            .firstValue("Location")
            .orElseThrow(
                () -> new AssertionError("Could not go on with the upload: " + describe(response)));
    return response.uri().resolve(location);
  }

  private HttpResponse<byte[]> send(String method, URI uri, byte[] body, String... headers) {
    BodyPublisher publisher =
        body.length == 0 ? BodyPublishers.noBody() : BodyPublishers.ofByteArray(body);
    return send(method, uri, publisher, headers);
  }

  private HttpResponse<byte[]> send(HttpRequest request) {
    try {
      return http.send(request, BodyHandlers.ofByteArray());
    } catch (IOException e) {
      throw new AssertionError("Could not send " + request + ": " + e, e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new AssertionError("Could not send " + request + ": interrupted", e);
    }
  }

  private static String describe(HttpResponse<byte[]> response) {
    return response + " " + new String(response.body(), UTF_8);
  }
}
