package dev.registrynotifications.gateway;

import static dev.registrynotifications.gateway.Things.DOCKER_IMAGE;
import static dev.registrynotifications.gateway.Things.DOCKER_LIST;
import static dev.registrynotifications.gateway.Things.IMAGE;
import static dev.registrynotifications.gateway.Things.INDEX;
import static dev.registrynotifications.gateway.Things.LACKING;
import static dev.registrynotifications.gateway.Things.ONE;
import static dev.registrynotifications.gateway.Things.OTHER;
import static dev.registrynotifications.gateway.Things.OTHER_IMAGE;
import static dev.registrynotifications.gateway.Things.encoded;
import static dev.registrynotifications.gateway.Things.unknownDigest;

import dev.registrynotifications.cases.Content;
import java.io.ByteArrayInputStream;
import java.net.URI;
import java.net.http.HttpRequest.BodyPublishers;
import java.util.List;
import java.util.Locale;

/** Manifests are pushed and pulled, some of them in vain. */
final class ManifestSteps {

  private static final Content BARE =
      new Content(
          Content.OCI_MANIFEST,
          IMAGE.text().replace("\"mediaType\": \"" + Content.OCI_MANIFEST + "\", ", ""));

  private static final Content LARGE =
      new Content(
          Content.OCI_MANIFEST, Things.image(Content.OCI_MANIFEST, "x".repeat(3_000_000)).text());

  static final List<Step> ALL =
      List.of(
          push("by tag", 201, "latest", IMAGE),
          push("again", 201, "latest", IMAGE),
          push("by another tag", 201, "v1", IMAGE),
          push("by the longest tag", 201, "t".repeat(128), IMAGE),
          push("by too long a tag", 404, "t".repeat(129), IMAGE),
          push("by digest", 201, OTHER_IMAGE.digest(), OTHER_IMAGE),
          push("by an encoded digest", 201, encoded(OTHER_IMAGE.digest()), OTHER_IMAGE),
          push("by a wrong digest", 400, unknownDigest(), IMAGE),
          push("of a Docker image", 201, "docker", DOCKER_IMAGE),
          push("of an index", 201, "multi", INDEX),
          push("of a Docker list", 201, "multi-docker", DOCKER_LIST),
          push("without its own media type", 201, "bare", BARE),
          push("of 3 MB", 201, "large", LARGE),
          push("of no JSON", 400, "broken", new Content(Content.OCI_MANIFEST, "{\"schema")),
          push("of nothing", 400, "nothing", new Content(Content.OCI_MANIFEST, "")),
          push("of an unknown type", 400, "unknown", new Content("text/plain", IMAGE.text())),
          push("under a false type", 400, "false", new Content(Content.OCI_INDEX, IMAGE.text())),
          push(
              "with a type in capitals",
              201,
              "capitals",
              typed(Content.OCI_MANIFEST.toUpperCase(Locale.ROOT))),
          push(
              "with a type and a charset",
              201,
              "charset",
              typed(Content.OCI_MANIFEST + "; charset=utf-8")),
          new Step(
              "push of unknown length",
              "201",
              registry ->
                  registry.send(
                      "PUT",
                      URI.create(ONE.manifest("chunked")),
                      BodyPublishers.ofInputStream(() -> new ByteArrayInputStream(IMAGE.bytes())),
                      "Content-Type",
                      Content.OCI_MANIFEST)),
          new Step(
              "push of what it lacks",
              "400",
              registry -> registry.putManifest(OTHER.repository(), "lacking", LACKING)),
          pull("by tag", 200, "latest", Content.OCI_MANIFEST),
          pull("by digest", 200, IMAGE.digest(), Content.OCI_MANIFEST),
          pull("by an encoded digest", 200, encoded(IMAGE.digest()), Content.OCI_MANIFEST),
          pull("of a Docker image", 200, "docker", Content.DOCKER_MANIFEST),
          pull("of an index", 200, "multi", Content.OCI_INDEX),
          pull("of a Docker list", 200, "multi-docker", Content.DOCKER_LIST),
          pull("without its own media type", 200, "bare", Content.OCI_MANIFEST),
          pull("of 3 MB", 200, "large", Content.OCI_MANIFEST),
          pull(
              "of several types",
              200,
              "docker",
              "text/html, " + Content.DOCKER_MANIFEST + ";q=0.5"),
          pull("of a type that it isn't of", 404, "latest", "application/json"),
          pull("of a Docker image of a type that it isn't of", 400, "docker", "application/json"),
          pull(
              "of a Docker list of a type that it isn't of",
              400,
              "multi-docker",
              "application/json"),
          pull("of a Docker image by digest of any type", 200, DOCKER_IMAGE.digest(), "*/*"),
          pull("of what isn't there", 404, "unknown", Content.OCI_MANIFEST),
          pull("of no tag", 404, "-", Content.OCI_MANIFEST),
          pull("of unknown content", 404, unknownDigest(), Content.OCI_MANIFEST),
          new Step(
              "pull of an image that it has",
              "304",
              registry ->
                  registry.get(
                      ONE.manifest("latest"),
                      "Accept",
                      Content.OCI_MANIFEST,
                      "If-None-Match",
                      "\"" + IMAGE.digest() + "\"")),
          new Step(
              "pull of an image by digest that it has",
              "304",
              registry ->
                  registry.get(
                      ONE.manifest(IMAGE.digest()),
                      "Accept",
                      Content.OCI_MANIFEST,
                      "If-None-Match",
                      "\"" + IMAGE.digest() + "\"")),
          new Step(
              "pull of a range of an image",
              "200",
              registry ->
                  registry.get(
                      ONE.manifest("latest"),
                      "Accept",
                      Content.OCI_MANIFEST,
                      "Range",
                      "bytes=0-5")),
          head("head of an image", 200, "latest"),
          head("head of an image by digest", 200, OTHER_IMAGE.digest()),
          head("head of an image of old", 200, "old"),
          head("head of an image that isn't there", 404, "unknown"),
          push("that moves a tag", 201, "v1", OTHER_IMAGE),
          pull("of a tag that moved", 200, "v1", Content.OCI_MANIFEST),
          new Step(
              "lists",
              "200/200/200/200",
              registry -> {
                registry.get("/v2/");
                registry.get("/v2/_catalog?n=2");
                registry.get("/v2/" + ONE.repository() + "/tags/list");
                registry.get("/v2/" + OTHER.repository() + "/tags/list?n=1");
              }));

  private ManifestSteps() {}

  private static Content typed(String type) {
    return new Content(type, IMAGE.text());
  }

  private static Step push(String name, int status, String reference, Content manifest) {
    return new Step(
        "push " + name,
        Integer.toString(status),
        registry -> registry.putManifest(ONE.repository(), reference, manifest));
  }

  private static Step pull(String name, int status, String reference, String accepted) {
    return new Step(
        "pull of a manifest " + name,
        Integer.toString(status),
        registry -> registry.get(ONE.manifest(reference), "Accept", accepted));
  }

  private static Step head(String name, int status, String reference) {
    return new Step(
        name,
        Integer.toString(status),
        registry -> registry.head(ONE.manifest(reference), "Accept", Content.OCI_MANIFEST));
  }
}
