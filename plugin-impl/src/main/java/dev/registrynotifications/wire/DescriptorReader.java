package dev.registrynotifications.wire;

import dev.registrynotifications.registry.Descriptor;
import dev.registrynotifications.registry.Digest;

/** Reads a descriptor (OCI image specification, descriptor.md) from its JSON tree. */
final class DescriptorReader {

  private DescriptorReader() {}

  static Descriptor read(JsonTree descriptor) {
    return new Descriptor(
        descriptor.at("mediaType").textOr(""),
        descriptor.at("size").number(),
        digest(descriptor.at("digest")),
        descriptor.at("urls").items().stream().map(url -> url.textOr("")).toList(),
        descriptor.at("annotations").texts());
  }

  private static Digest digest(JsonTree digest) {
    String text = digest.text();
    if (text == null) {
      throw new IllegalArgumentException("not a descriptor: it has no digest");
    }
    return Digest.parse(text);
  }
}
