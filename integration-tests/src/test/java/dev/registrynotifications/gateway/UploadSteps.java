package dev.registrynotifications.gateway;

import static dev.registrynotifications.gateway.Things.ALIASED;
import static dev.registrynotifications.gateway.Things.BIG;
import static dev.registrynotifications.gateway.Things.CONFIG;
import static dev.registrynotifications.gateway.Things.EMPTY;
import static dev.registrynotifications.gateway.Things.LAYER;
import static dev.registrynotifications.gateway.Things.ONE;
import static dev.registrynotifications.gateway.Things.OTHER;
import static dev.registrynotifications.gateway.Things.bytes;
import static dev.registrynotifications.gateway.Things.encoded;
import static dev.registrynotifications.gateway.Things.sha512;

import dev.registrynotifications.cases.Content;
import dev.registrynotifications.cases.RegistryClient;
import java.io.ByteArrayInputStream;
import java.net.URI;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.util.List;
import java.util.function.Consumer;

/** Blobs are pushed in every way that there is. */
final class UploadSteps {

  private static final Content PARTS = Content.blob("first part, second part, last part");
  private static final Content STREAM = Content.blob("t".repeat(70_000));

  static final List<Step> ALL =
      List.of(
          step("in one PUT", "202/201", registry -> registry.pushBlob(ONE.repository(), CONFIG)),
          step("again", "202/201", registry -> registry.pushBlob(ONE.repository(), CONFIG)),
          step("of nothing", "202/201", registry -> registry.pushBlob(ONE.repository(), EMPTY)),
          step("of 3 MB", "202/201", registry -> registry.pushBlob(ONE.repository(), BIG)),
          step("elsewhere", "202/201", registry -> registry.pushBlob(OTHER.repository(), STREAM)),
          step("in one PATCH of unknown length", "202/202/201", UploadSteps::asDockerDoes),
          step("in parts with their ranges", "202/202/202/201", UploadSteps::inRanges),
          step("in parts without ranges", "202/202/202/201", UploadSteps::inParts),
          step("with the last part in the PUT", "202/202/201", UploadSteps::withRest),
          step("in one PUT of unknown length", "202/201", UploadSteps::inChunks),
          step("in a PUT that claims to be a part", "202/201", UploadSteps::withFalseRange),
          step("in parts that claim to be others", "202/202/201", UploadSteps::withFalseRanges),
          step("resumed after a look", "202/202/204/202/201", UploadSteps::resumed),
          step(
              "with an encoded digest",
              "202/201",
              registry -> put(registry, LAYER, encoded(LAYER.digest()))),
          step("by another digest", "202/201", registry -> put(registry, ALIASED, sha512(ALIASED))),
          step("in one POST", "202", UploadSteps::inOnePost),
          step("given up", "202/202/204", UploadSteps::givenUp),
          step("by a wrong digest", "202/400", registry -> put(registry, LAYER, CONFIG.digest())),
          step("by no digest", "202/400", registry -> put(registry, LAYER, "none")),
          step("that never began", "404", UploadSteps::unknown),
          step("twice ended", "202/201/404", UploadSteps::endedTwice));

  private UploadSteps() {}

  private static Step step(String name, String statuses, Consumer<RegistryClient> requests) {
    return new Step("upload " + name, statuses, requests);
  }

  private static void put(RegistryClient registry, Content blob, String digest) {
    registry.finishUpload(registry.startUpload(ONE.repository()), blob.bytes(), digest);
  }

  private static void asDockerDoes(RegistryClient registry) {
    URI begun = registry.startUpload(ONE.repository());
    URI sent = patch(registry, begun, stream(STREAM));
    registry.finishUpload(sent, new byte[0], STREAM.digest());
  }

  private static void inRanges(RegistryClient registry) {
    URI begun = registry.startUpload(ONE.repository());
    URI next = registry.patchUpload(begun, PARTS.text().substring(0, 11), 0);
    URI last = registry.patchUpload(next, PARTS.text().substring(11), 11);
    registry.finishUpload(last, new byte[0], PARTS.digest());
  }

  private static void inParts(RegistryClient registry) {
    URI begun = registry.startUpload(ONE.repository());
    URI next = patch(registry, begun, part(0, 1));
    URI last = patch(registry, next, part(1, PARTS.size()));
    registry.finishUpload(last, new byte[0], PARTS.digest());
  }

  private static void withRest(RegistryClient registry) {
    URI begun = registry.startUpload(ONE.repository());
    URI last = registry.patchUpload(begun, PARTS.text().substring(0, 11), 0);
    registry.finishUpload(last, bytes(PARTS.text().substring(11)), PARTS.digest());
  }

  private static void inChunks(RegistryClient registry) {
    URI begun = registry.startUpload(ONE.repository());
    registry.send("PUT", withDigest(begun, ALIASED), stream(ALIASED));
  }

  private static void withFalseRange(RegistryClient registry) {
    URI begun = registry.startUpload(ONE.repository());
    registry.send(
        "PUT",
        withDigest(begun, ALIASED),
        BodyPublishers.ofByteArray(ALIASED.bytes()),
        "Content-Range",
        "5000-5776");
  }

  private static void withFalseRanges(RegistryClient registry) {
    URI begun = registry.startUpload(ONE.repository());
    URI last = registry.patchUpload(begun, PARTS.text().substring(0, 11), 4_000);
    registry.send("PUT", withDigest(last, PARTS), part(11, PARTS.size()), "Content-Range", "1-2");
  }

  private static void resumed(RegistryClient registry) {
    URI begun = registry.startUpload(ONE.repository());
    URI half = patch(registry, begun, part(0, 20));
    URI asked = RegistryClient.location(registry.send("GET", half, BodyPublishers.noBody()));
    URI last = patch(registry, asked, part(20, PARTS.size()));
    registry.finishUpload(last, new byte[0], PARTS.digest());
  }

  private static void inOnePost(RegistryClient registry) {
    registry.post(
        ONE.uploads("?digest=" + LAYER.digest()),
        LAYER.bytes(),
        "Content-Type",
        "application/octet-stream");
  }

  private static void givenUp(RegistryClient registry) {
    registry.cancelUpload(patch(registry, registry.startUpload(ONE.repository()), part(0, 20)));
  }

  private static void unknown(RegistryClient registry) {
    URI nowhere = URI.create(ONE.uploads("5d0b6a0e-8f5f-4c0c-8d2a-0123456789ab"));
    registry.send("PUT", withDigest(nowhere, PARTS), part(0, PARTS.size()));
  }

  private static void endedTwice(RegistryClient registry) {
    URI begun = registry.startUpload(ONE.repository());
    registry.finishUpload(begun, PARTS.bytes(), PARTS.digest());
    registry.finishUpload(begun, PARTS.bytes(), PARTS.digest());
  }

  private static URI patch(RegistryClient registry, URI upload, BodyPublisher part) {
    return RegistryClient.location(registry.send("PATCH", upload, part));
  }

  private static BodyPublisher part(int from, int to) {
    return BodyPublishers.ofString(PARTS.text().substring(from, to));
  }

  /** Of a length that isn't known: it is sent in chunks. */
  private static BodyPublisher stream(Content content) {
    return BodyPublishers.ofInputStream(() -> new ByteArrayInputStream(content.bytes()));
  }

  private static URI withDigest(URI upload, Content blob) {
    String join = upload.getQuery() == null ? "?" : "&";
    return URI.create(upload + join + "digest=" + blob.digest());
  }
}
