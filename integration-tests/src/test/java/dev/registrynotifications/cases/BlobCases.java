package dev.registrynotifications.cases;

import static dev.registrynotifications.cases.CaptureCases.OTHER_REPOSITORY;
import static dev.registrynotifications.cases.CaptureCases.REPOSITORY;
import static dev.registrynotifications.cases.CaptureCases.blob;
import static dev.registrynotifications.cases.CaptureCases.blobs;
import static dev.registrynotifications.cases.CaptureCases.unknownDigest;
import static dev.registrynotifications.cases.CapturedContent.LAYER;

import java.util.List;

/** Blobs are pulled and mounted; lists are asked for. */
final class BlobCases {

  private static final String FROM = "&from=" + REPOSITORY;

  static final List<CaptureCase> ALL =
      List.of(
          new CaptureCase("blob-pull", registry -> registry.get(blob(LAYER))),
          new CaptureCase(
              "blob-pull-range", registry -> registry.get(blob(LAYER), "Range", "bytes=10-19")),
          new CaptureCase(
              "blob-pull-if-none-match-304",
              registry -> registry.get(blob(LAYER), "If-None-Match", "\"" + LAYER.digest() + "\"")),
          new CaptureCase("blob-head", registry -> registry.head(blob(LAYER))),
          new CaptureCase("blob-pull-404", registry -> registry.get(blobs(unknownDigest()))),
          mount("blob-mount", LAYER.digest() + FROM),
          mount("blob-mount-again", LAYER.digest() + FROM),
          mount("blob-mount-missing", unknownDigest() + FROM),
          mount("blob-mount-no-from", LAYER.digest()),
          new CaptureCase("tags-list-and-catalog", BlobCases::lists));

  private BlobCases() {}

  private static CaptureCase mount(String name, String digestAndFrom) {
    String path = "/v2/" + OTHER_REPOSITORY + "/blobs/uploads/?mount=" + digestAndFrom;
    return new CaptureCase(name, registry -> registry.post(path, new byte[0]));
  }

  private static void lists(RegistryClient registry) {
    registry.get("/v2/" + REPOSITORY + "/tags/list");
    registry.get("/v2/_catalog");
    registry.get("/v2/");
  }
}
