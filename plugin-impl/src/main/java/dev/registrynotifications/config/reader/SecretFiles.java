package dev.registrynotifications.config.reader;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.registrynotifications.config.yaml.ByteSize;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * Reads files that hold one secret each, as orchestrators mount them. A bound keeps a wrong name
 * from filling the heap; the line break at the end, which editors add, isn't part of the secret.
 */
final class SecretFiles {

  private static final int MAX_BYTES = 64 * 1024;

  private final Path directory;

  /**
   * Reads for a configuration that lies somewhere.
   *
   * @param directory where relative names begin
   */
  SecretFiles(Path directory) {
    this.directory = directory;
  }

  /**
   * What a file holds; empty after a mistake.
   *
   * @param mistakes told what is wrong, with the file's name and nothing that is in it
   */
  Optional<String> content(String name, Consumer<String> mistakes) {
    try {
      Path file = directory.resolve(name);
      return content(file, why -> mistakes.accept("names the file " + file + ", which " + why));
    } catch (InvalidPathException e) {
      mistakes.accept("names the file " + name + ", which is no path: " + e.getReason());
      return Optional.empty();
    }
  }

  private static Optional<String> content(Path file, Consumer<String> mistakes) {
    try (InputStream stream = Files.newInputStream(file)) {
      byte[] bytes = stream.readNBytes(MAX_BYTES + 1);
      if (bytes.length <= MAX_BYTES) {
        return Optional.of(withoutLineBreak(decoded(bytes)));
      }
      mistakes.accept("is larger than " + ByteSize.text(MAX_BYTES));
    } catch (CharacterCodingException e) {
      mistakes.accept("isn't UTF-8");
    } catch (IOException e) {
      mistakes.accept("can't be read: " + e);
    }
    return Optional.empty();
  }

  private static String decoded(byte[] bytes) throws CharacterCodingException {
    return UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
  }

  private static String withoutLineBreak(String content) {
    return content.replaceFirst("\\r?\\n\\z", "");
  }
}
