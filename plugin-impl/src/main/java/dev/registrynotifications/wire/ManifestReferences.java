package dev.registrynotifications.wire;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
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

  private static final JsonMapper JSON = new JsonMapper();

  private ManifestReferences() {}

  /**
   * The configuration and the layers of an image, or the manifests of an index, in that order; none
   * if the registry stored what isn't such a manifest.
   */
  public static List<Descriptor> of(ByteBuffer content) {
    try {
      return of(
          JSON.readTree(
              content.array(), content.arrayOffset() + content.position(), content.remaining()));
    } catch (IOException | IllegalArgumentException e) {
      return List.of();
    }
  }

  private static List<Descriptor> of(JsonNode manifest) {
    List<JsonNode> nodes = new ArrayList<>();
    if (manifest.has("config")) {
      nodes.add(manifest.path("config"));
    }
    manifest.path("layers").forEach(nodes::add);
    manifest.path("manifests").forEach(nodes::add);
    return nodes.stream().map(DescriptorReader::read).toList();
  }
}
