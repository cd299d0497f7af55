package dev.registrynotifications.wire;

import com.fasterxml.jackson.databind.JsonNode;
import dev.registrynotifications.registry.Descriptor;
import dev.registrynotifications.registry.Digest;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Reads a descriptor (OCI image specification, descriptor.md) from its JSON tree. */
final class DescriptorReader {

  private DescriptorReader() {}

  static Descriptor read(JsonNode descriptor) {
    return new Descriptor(
        descriptor.path("mediaType").asText(""),
        descriptor.path("size").asLong(0),
        digest(descriptor.path("digest")),
        urls(descriptor.path("urls")),
        annotations(descriptor.path("annotations")));
  }

  private static Digest digest(JsonNode digest) {
    if (digest.isMissingNode() || digest.isNull()) {
      throw new IllegalArgumentException("not a descriptor: it has no digest");
    }
    return Digest.parse(digest.asText());
  }

  private static List<String> urls(JsonNode urls) {
    List<String> read = new ArrayList<>();
    urls.forEach(url -> read.add(url.asText()));
    return read;
  }

  private static Map<String, String> annotations(JsonNode annotations) {
    Map<String, String> read = new TreeMap<>();
    annotations.properties().forEach(entry -> read.put(entry.getKey(), entry.getValue().asText()));
    return read;
  }
}
