package dev.registrynotifications.cases;

import static dev.registrynotifications.cases.CaptureCases.REPOSITORY;
import static dev.registrynotifications.cases.CaptureCases.manifest;
import static dev.registrynotifications.cases.CapturedContent.DOCKER_IMAGE;
import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.nio.charset.Charset;
import java.util.List;

/** Requests with unusual headers; and a tag that moves to another manifest. */
final class RequestCases {

  private static final String ACCEPT = "Accept: " + Content.OCI_MANIFEST + "\r\n";

  static final List<CaptureCase> ALL =
      List.of(
          new CaptureCase(
              "user-agent-special-chars",
              registry -> registry.send(pullAs("ua <a href=\"x\">&\\ \t\u00e9\u2028end", UTF_8))),
          new CaptureCase(
              "user-agent-invalid-utf8-and-empty",
              registry -> {
                registry.send(pullAs("latin1-\u00e9-x", ISO_8859_1));
                registry.send(pullAs("", UTF_8));
              }),
          pullWith(
              "forwarded-headers",
              "X-Forwarded-For",
              "203.0.113.7, 10.0.0.1",
              "X-Forwarded-Proto",
              "https",
              "X-Forwarded-Host",
              "hub.example.com"),
          new CaptureCase(
              "host-header", registry -> registry.send(pullFrom("registry.example.com"))),
          pullWith("request-id-header", "X-Request-Id", "a-request"),
          new CaptureCase(
              "query-tag-mutable-manifest-overwrite",
              registry -> registry.putManifest(REPOSITORY, "latest", DOCKER_IMAGE)));

  private RequestCases() {}

  private static CaptureCase pullWith(String name, String... headers) {
    String[] all = new String[headers.length + 2];
    System.arraycopy(headers, 0, all, 2, headers.length);
    all[0] = "Accept";
    all[1] = Content.OCI_MANIFEST;
    return new CaptureCase(name, registry -> registry.get(manifest("latest"), all));
  }

  private static RawRequest pullAs(String userAgent, Charset charset) {
    String headers = ACCEPT + "User-Agent: " + userAgent + "\r\n";
    return new RawRequest(manifest("latest"), "", headers, charset);
  }

  private static RawRequest pullFrom(String host) {
    String headers = ACCEPT + "User-Agent: curl/7.88.1\r\n";
    return new RawRequest(manifest("latest"), host, headers, UTF_8);
  }
}
