package dev.registrynotifications.host.manifest;

import com.fasterxml.jackson.databind.JsonNode;
import dev.registrynotifications.registry.Descriptor;
import dev.registrynotifications.registry.Digest;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Reads a descriptor in a manifest's JSON (OCI image specification, descriptor.md). */
final class DescriptorParser {

  private DescriptorParser() {}

  /** Reads one; the place is for the message, should it be none. */
  static Descriptor parse(JsonNode json, String place) throws InvalidManifestException {
    try {
      return new Descriptor(
          requiredText(json, "mediaType"),
          size(json),
          Digest.parse(requiredText(json, "digest")),
          texts(json.path("urls")),
          annotations(json.path("annotations")));
    } catch (IllegalArgumentException e) {
      throw new InvalidManifestException(
          "its " + place + " is no descriptor: " + e.getMessage(), e);
    }
  }

  private static String requiredText(JsonNode json, String field) {
    JsonNode value = json.path(field);
    if (!value.isTextual()) {
      throw new IllegalArgumentException("no " + field);
    }
    return value.textValue();
  }

  private static long size(JsonNode json) {
    JsonNode size = json.path("size");
    if (!size.canConvertToLong() || !size.isIntegralNumber()) {
      throw new IllegalArgumentException("no size");
    }
    return size.longValue();
  }

  private static List<String> texts(JsonNode array) {
    List<String> texts = new ArrayList<>();
    array.forEach(element -> texts.add(element.asText()));
    return texts;
  }

  private static Map<String, String> annotations(JsonNode object) {
    Map<String, String> annotations = new LinkedHashMap<>();
    object
        .properties()
        .forEach(entry -> annotations.put(entry.getKey(), entry.getValue().asText()));
    return annotations;
  }
}
