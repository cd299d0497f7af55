package dev.registrynotifications.cases;

import static dev.registrynotifications.cases.CapturedContent.CONFIG;
import static dev.registrynotifications.cases.CapturedContent.LAYER;

import java.util.List;
import java.util.stream.Stream;

/** All cases, in the order of the captures: each builds on what those before it left behind. */
public final class CaptureCases {

  public static final String REPOSITORY = "hello/world";
  public static final String OTHER_REPOSITORY = "other/repo";

  private CaptureCases() {}

  /** Each builds on what those before it left behind. */
  public static List<CaptureCase> inOrder() {
    return Stream.of(
            UploadCases.ALL,
            ManifestPushCases.ALL,
            ManifestPullCases.ALL,
            BlobCases.ALL,
            RequestCases.ALL,
            DeleteCases.ALL)
        .flatMap(List::stream)
        .toList();
  }

  /** The cases with references, in their order. */
  public static List<CaptureCase> withReferencesInOrder() {
    return ReferenceCases.ALL;
  }

  static String blob(Content blob) {
    return blobs(blob.digest());
  }

  static String blobs(String rest) {
    return "/v2/" + REPOSITORY + "/blobs/" + rest;
  }

  static String manifest(Content manifest) {
    return manifest(manifest.digest());
  }

  static String manifest(String reference) {
    return "/v2/" + REPOSITORY + "/manifests/" + reference;
  }

  /** The digest of something that was never pushed. */
  static String unknownDigest() {
    return Content.blob(CONFIG.text() + LAYER.text()).digest();
  }
}
