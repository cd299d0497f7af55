package dev.registrynotifications.cases;

import static dev.registrynotifications.cases.CaptureCases.REPOSITORY;
import static dev.registrynotifications.cases.CaptureCases.blobs;
import static dev.registrynotifications.cases.CapturedContent.CONFIG;
import static dev.registrynotifications.cases.CapturedContent.LAYER;
import static dev.registrynotifications.cases.CapturedContent.SECOND_LAYER;

import java.net.URI;
import java.util.List;

/** Blobs are pushed. */
final class UploadCases {

  static final List<CaptureCase> ALL =
      List.of(
          new CaptureCase(
              "blob-push-monolithic", registry -> registry.pushBlob(REPOSITORY, CONFIG)),
          new CaptureCase("blob-push-chunked", UploadCases::pushInChunks),
          new CaptureCase(
              "blob-push-single-post-digest",
              registry -> registry.post(blobs("uploads/?digest=" + CONFIG.digest()), new byte[0])),
          new CaptureCase(
              "blob-push-single-post-with-body",
              registry ->
                  registry.post(
                      blobs("uploads/?digest=" + SECOND_LAYER.digest()),
                      SECOND_LAYER.bytes(),
                      "Content-Type",
                      "application/octet-stream")),
          new CaptureCase(
              "blob-push-second-layer", registry -> registry.pushBlob(REPOSITORY, SECOND_LAYER)),
          new CaptureCase(
              "blob-push-again-existing", registry -> registry.pushBlob(REPOSITORY, SECOND_LAYER)),
          new CaptureCase(
              "blob-push-wrong-digest",
              registry ->
                  registry.finishUpload(
                      registry.startUpload(REPOSITORY), CONFIG.bytes(), LAYER.digest())),
          new CaptureCase(
              "blob-upload-cancel",
              registry -> registry.cancelUpload(registry.startUpload(REPOSITORY))));

  private UploadCases() {}

  private static void pushInChunks(RegistryClient registry) {
    URI first = registry.startUpload(REPOSITORY);
    URI second = registry.patchUpload(first, LAYER.text().substring(0, 100), 0);
    URI last = registry.patchUpload(second, LAYER.text().substring(100), 100);
    registry.finishUpload(last, new byte[0], LAYER.digest());
  }
}
