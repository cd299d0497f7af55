package dev.registrynotifications.host.manifest;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.registrynotifications.registry.Descriptor;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;

/** Finds what a manifest points at. Safe for use by several threads. */
public final class ManifestParser {

  private final ObjectMapper json =
      JsonMapper.builder().enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS).build();

  /**
   * Reads a manifest's references in its order: config and layers, or the manifests of an index. A
   * {@code subject} is none: it needn't exist.
   *
   * @throws InvalidManifestException if the bytes aren't a manifest of that type
   */
  public List<Descriptor> references(ManifestType type, ByteBuffer content)
      throws InvalidManifestException {
    JsonNode manifest = read(content);
    checkHead(type, manifest);
    List<Descriptor> references = new ArrayList<>();
    if (type.isIndex()) {
      addAll(manifest, "manifests", references);
    } else {
      references.add(DescriptorParser.parse(manifest.path("config"), "config"));
      addAll(manifest, "layers", references);
    }
    return references;
  }

  private JsonNode read(ByteBuffer content) throws InvalidManifestException {
    byte[] bytes = new byte[content.remaining()];
    content.duplicate().get(bytes);
    try {
      return json.readTree(bytes);
    } catch (JsonProcessingException e) {
      throw new InvalidManifestException("it is not JSON: " + e.getOriginalMessage(), e);
    } catch (IOException e) {
      throw new UncheckedIOException("reading an array doesn't fail", e);
    }
  }

  private static void checkHead(ManifestType type, JsonNode manifest)
      throws InvalidManifestException {
    check(manifest.isObject(), "it is no JSON object");
    check(manifest.path("schemaVersion").asInt() == 2, "its schemaVersion is not 2");
    String mediaType = manifest.path("mediaType").asText(type.mediaType());
    check(
        mediaType.equals(type.mediaType()),
        "its mediaType '" + mediaType + "' is not that of the request, '" + type.mediaType() + "'");
    // What could be read as either kind means different things to different clients.
    if (type.isIndex()) {
      check(!manifest.has("config") && !manifest.has("layers"), "an index has no config or layers");
    } else {
      check(!manifest.has("manifests"), "only an index has manifests");
    }
  }

  private static void addAll(JsonNode manifest, String field, List<Descriptor> references)
      throws InvalidManifestException {
    JsonNode descriptors = manifest.path(field);
    check(descriptors.isArray(), "its " + field + " are no array");
    for (int i = 0; i < descriptors.size(); i++) {
      references.add(DescriptorParser.parse(descriptors.path(i), field + "[" + i + "]"));
    }
  }

  private static void check(boolean right, String otherwise) throws InvalidManifestException {
    if (!right) {
      throw new InvalidManifestException(otherwise);
    }
  }
}
