package dev.registrynotifications.host.storage.directory;

import static java.nio.charset.StandardCharsets.US_ASCII;

import dev.registrynotifications.host.manifest.InvalidManifestException;
import dev.registrynotifications.host.manifest.ManifestParser;
import dev.registrynotifications.host.manifest.ManifestType;
import dev.registrynotifications.registry.Descriptor;
import dev.registrynotifications.registry.Digest;
import dev.registrynotifications.registry.Manifest;
import java.io.IOException;
import java.nio.ByteBuffer;

/**
 * A manifest as one file: its media type, a line feed, its bytes. The JSON needn't say the media
 * type, and two files couldn't be written in one step.
 */
final class ManifestFile {

  private ManifestFile() {}

  static byte[] encode(Manifest manifest) {
    byte[] mediaType = (manifest.descriptor().mediaType() + "\n").getBytes(US_ASCII);
    ByteBuffer content = manifest.content();
    return ByteBuffer.allocate(mediaType.length + content.remaining())
        .put(mediaType)
        .put(content)
        .array();
  }

  static Manifest decode(Digest digest, byte[] file, ManifestParser parser) throws IOException {
    int lineFeed = indexOfLineFeed(file);
    String mediaType = new String(file, 0, lineFeed, US_ASCII);
    ByteBuffer content = ByteBuffer.wrap(file, lineFeed + 1, file.length - lineFeed - 1).slice();
    try {
      return new Manifest(
          new Descriptor(mediaType, content.remaining(), digest),
          parser.references(ManifestType.parse(mediaType), content),
          content);
    } catch (InvalidManifestException e) {
      throw new IOException("Could not read the manifest " + digest + ": " + e.getMessage(), e);
    }
  }

  private static int indexOfLineFeed(byte[] file) throws IOException {
    for (int i = 0; i < file.length; i++) {
      if (file[i] == '\n') {
        return i;
      }
    }
    throw new IOException("Could not read a stored manifest: it has no media type");
  }
}
