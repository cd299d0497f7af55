package dev.registrynotifications.wire;

import dev.registrynotifications.registry.Descriptor;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;

/**
 * Finds what a manifest points at (OCI image specification, manifest.md and image-index.md): for
 * servers that don't say. Safe for use by several threads.
 */
public final class ManifestReferences {

  private ManifestReferences() {}

  /**
   * The configuration and the layers of an image, or the manifests of an index, in that order; none
   * if the registry stored what isn't such a manifest.
   */
  public static List<Descriptor> of(ByteBuffer content) {
    try {
      return of(JsonTree.read(content));
    } catch (IOException | IllegalArgumentException e) {
      return List.of();
    }
  }

  private static List<Descriptor> of(JsonTree manifest) {
    List<JsonTree> nodes = new ArrayList<>();
    if (manifest.has("config")) {
      nodes.add(manifest.at("config"));
    }
    nodes.addAll(manifest.at("layers").items());
    nodes.addAll(manifest.at("manifests").items());
    return nodes.stream().map(DescriptorReader::read).toList();
  }
}
