package dev.registrynotifications.comparison.host;

import static java.nio.charset.StandardCharsets.US_ASCII;

import dev.registrynotifications.cases.Content;
import java.util.stream.IntStream;

/** Requests that push the same small manifest under its tag to 64 repositories, over and over. */
final class Puts {

  private static final int REPOSITORIES = 64;

  private static final String DIGEST = Content.blob("").digest();

  private static final String MEDIA_TYPE = "application/vnd.oci.image.manifest.v1+json";
  private static final String MANIFEST =
      """
      {"schemaVersion": 2, "mediaType": "%s",
       "config": {"mediaType": "application/vnd.oci.image.config.v1+json", "size": 0, "digest": "%s"},
       "layers": [
         {"mediaType": "application/vnd.oci.image.layer.v1.tar+gzip", "size": 0, "digest": "%s"}]}
      """
          .formatted(MEDIA_TYPE, DIGEST, DIGEST);

  private Puts() {}

  /** To be made before: what the manifest points at must be there. */
  static byte[][] uploads() {
    return requests("POST", "blobs/uploads/?digest=" + DIGEST, "application/octet-stream", "");
  }

  static byte[][] manifests() {
    return requests("PUT", "manifests/1.4.2", MEDIA_TYPE, MANIFEST);
  }

  private static byte[][] requests(String method, String path, String mediaType, String body) {
    String rest =
        """
        /service/%s HTTP/1.1\r
        Host: reg.example.org\r
        Content-Type: %s\r
        Content-Length: %d\r
        \r
        %s"""
            .formatted(path, mediaType, body.length(), body);
    return IntStream.range(0, REPOSITORIES)
        .mapToObj(number -> (method + " /v2/team-%02d".formatted(number) + rest).getBytes(US_ASCII))
        .toArray(byte[][]::new);
  }
}
