package dev.registrynotifications.host.manifest;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.registrynotifications.registry.Descriptor;
import java.nio.ByteBuffer;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ManifestParserTest {

  private static final String HEX = "0123456789abcdef".repeat(4);

  private final ManifestParser parser = new ManifestParser();

  @Test
  void readsConfigFirstThenLayers() throws InvalidManifestException {
    List<Descriptor> references =
        parse(
            ManifestType.OCI_MANIFEST,
            """
            {"schemaVersion": 2,
             "subject": {"mediaType": "s", "size": 9, "digest": "sha256:HEX"},
             "layers": [{"mediaType": "l1", "size": 2, "digest": "sha256:HEX"},
                        {"mediaType": "l2", "size": 3, "digest": "sha256:HEX"}],
             "config": {"mediaType": "c", "size": 1, "digest": "sha256:HEX"}}""");

    assertThat(references).extracting(Descriptor::mediaType).containsExactly("c", "l1", "l2");
    assertThat(references).extracting(Descriptor::size).containsExactly(1L, 2L, 3L);
  }

  @Test
  void readsUrlsAndAnnotations() throws InvalidManifestException {
    List<Descriptor> references =
        parse(
            ManifestType.OCI_INDEX,
            """
            {"schemaVersion": 2, "manifests": [
              {"mediaType": "m", "size": 2, "digest": "sha256:HEX", "urls": ["https://a", "b"],
               "annotations": {"key": "value"}, "platform": {"os": "linux"}}]}""");

    assertThat(references).hasSize(1);
    assertThat(references.get(0).urls()).containsExactly("https://a", "b");
    assertThat(references.get(0).annotations()).isEqualTo(Map.of("key", "value"));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "OCI_MANIFEST|{|it is not JSON",
        "OCI_MANIFEST|''|it is no JSON object",
        "OCI_MANIFEST|[]|it is no JSON object",
        "OCI_INDEX|{\"schemaVersion\": 2, \"manifests\": []} x|it is not JSON",
        "OCI_INDEX|{\"schemaVersion\": 1, \"manifests\": []}|schemaVersion",
        "OCI_INDEX|{\"schemaVersion\": 2}|manifests are no array",
        "OCI_INDEX|{\"schemaVersion\": 2, \"manifests\": [], \"layers\": []}|no config or layers",
        "OCI_MANIFEST|{\"schemaVersion\": 2, \"manifests\": []}|only an index",
        "DOCKER_LIST|{\"schemaVersion\": 2, \"manifests\": [], \"mediaType\": \"x\"}|its mediaType",
        "OCI_INDEX|{\"schemaVersion\": 2, \"manifests\": [{}]}|manifests[0] is no descriptor",
        "OCI_MANIFEST|{\"schemaVersion\": 2, \"layers\": []}|config is no descriptor",
      })
  void refusesWhatIsNoManifest(ManifestType type, String json, String why) {
    assertThatThrownBy(() -> parse(type, json))
        .isInstanceOf(InvalidManifestException.class)
        .hasMessageContaining(why);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "\"size\": 1, \"digest\": \"sha256:HEX\"|no mediaType",
        "\"mediaType\": \"m\", \"digest\": \"sha256:HEX\"|no size",
        "\"mediaType\": \"m\", \"size\": 1.5, \"digest\": \"sha256:HEX\"|no size",
        "\"mediaType\": \"m\", \"size\": -1, \"digest\": \"sha256:HEX\"|negative",
        "\"mediaType\": \"m\", \"size\": 1, \"digest\": \"sha256:00\"|not a digest",
      })
  void refusesWhatIsNoDescriptor(String fields, String why) {
    String index = "{\"schemaVersion\": 2, \"manifests\": [{" + fields + "}]}";

    assertThatThrownBy(() -> parse(ManifestType.OCI_INDEX, index))
        .isInstanceOf(InvalidManifestException.class)
        .hasMessageContaining(why);
  }

  @Test
  void findsTypeOfContentTypeWithParameters() throws InvalidManifestException {
    String contentType = "Application/vnd.oci.image.index.v1+json; charset=utf-8";

    assertThat(ManifestType.parse(contentType)).isEqualTo(ManifestType.OCI_INDEX);
  }

  @Test
  void knowsNoSchemaOne() {
    String schemaOne = "application/vnd.docker.distribution.manifest.v1+prettyjws";

    assertThatThrownBy(() -> ManifestType.parse(schemaOne)).hasMessageContaining(schemaOne);
  }

  private List<Descriptor> parse(ManifestType type, String json) throws InvalidManifestException {
    return parser.references(type, ByteBuffer.wrap(json.replace("HEX", HEX).getBytes(UTF_8)));
  }
}
