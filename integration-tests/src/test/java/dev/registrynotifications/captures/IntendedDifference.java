package dev.registrynotifications.captures;

import java.util.List;
import java.util.Map;
import java.util.function.Function;

/**
 * Where ours does otherwise than the original, and means to, or can't help it.
 *
 * @param reason why
 * @param outcome what it does instead, made of what the original posts elsewhere
 */
record IntendedDifference(String reason, Function<CaptureIndex, Outcome> outcome) {

  private static final IntendedDifference NO_PLATFORMS =
      new IntendedDifference(
          "2.8 tells a platform of configs and layers, which have none, and not of the images in"
              + " an index, which have; we never tell it",
          captures -> new Outcome("201", List.of(withoutPlatforms(captures))));

  /** Of our gateway to the original, by the name of the case. */
  static final Map<String, IntendedDifference> OF_THE_GATEWAY =
      Map.of(
          "oci-manifest-config-platform",
          NO_PLATFORMS,
          "manifest-pull-list-without-accept",
          new IntendedDifference(
              "2.x reads the list, an image and its configuration to turn them into a schema 1"
                  + " manifest, tells of each as a pull, and fails; the client only gets the failure",
              captures -> new Outcome("400", List.of())));

  /** Of our registry, by the name of the case. */
  static final Map<String, IntendedDifference> OF_OUR_REGISTRY =
      Map.of(
          "oci-manifest-config-platform",
          NO_PLATFORMS,
          "oci-manifest-without-media-types",
          new IntendedDifference(
              "2.8 takes descriptors without a media type, which the specification requires",
              captures -> new Outcome("400", List.of())),
          "blob-push-single-post-digest",
          new IntendedDifference(
              "2.8 starts an upload and forgets the digest; the specification has such a POST carry"
                  + " the whole blob, and an empty one has another digest",
              captures -> new Outcome("400", List.of())),
          "blob-push-single-post-with-body",
          new IntendedDifference(
              "2.8 starts an upload and forgets the body; the specification lets one POST do all",
              captures ->
                  new Outcome(
                      "201",
                      List.of(body("blob-push-second-layer", captures, "\"PUT\"", "\"POST\"")))),
          "manifest-pull-list-without-accept",
          new IntendedDifference(
              "2.x turns a list into a schema 1 manifest for clients of before 2015, and fails here",
              captures ->
                  new Outcome(
                      "200",
                      captures
                          .outcomeOf("manifest-pull-list-without-accept")
                          .bodies()
                          .subList(0, 1))),
          "tag-delete",
          new IntendedDifference(
              "2.8 deletes by digest only; the specification has tags deleted by name",
              captures -> new Outcome("202", List.of(tagDelete(captures)))),
          "tag-delete-404",
          new IntendedDifference(
              "2.8 deletes by digest only; a tag that isn't there is not found",
              captures -> new Outcome("404", List.of())));

  /** What is to be expected of a case. */
  static Outcome expected(
      String name, CaptureIndex captures, Map<String, IntendedDifference> differences) {
    IntendedDifference difference = differences.get(name);
    return difference == null ? captures.outcomeOf(name) : difference.outcome().apply(captures);
  }

  private static String tagDelete(CaptureIndex captures) {
    List<String> deletes = captures.outcomeOf("manifest-delete-by-digest-with-tags").bodies();
    return deletes.get(1).replace("\"latest\"", "\"docker\"");
  }

  private static String withoutPlatforms(CaptureIndex captures) {
    String body = captures.outcomeOf("oci-manifest-config-platform").bodies().get(0);
    return body.replaceAll(",\n {18}\"platform\": (?s:.*?)\n {18}}", "");
  }

  private static String body(String name, CaptureIndex captures, String part, String instead) {
    return captures.outcomeOf(name).bodies().get(0).replace(part, instead);
  }
}
