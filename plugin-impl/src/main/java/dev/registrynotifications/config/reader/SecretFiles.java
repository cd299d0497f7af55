package dev.registrynotifications.config.reader;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * Reads files that hold one secret each, as orchestrators mount them. The line break at the end,
 * which editors add, isn't part of the secret.
 */
final class SecretFiles {

  private static final int MAX_BYTES = 64 * 1024;

  private final Path directory;
  private final SmallFiles files;

  /**
   * Reads for a configuration that lies somewhere.
   *
   * @param directory where relative names begin
   */
  SecretFiles(Path directory, SmallFiles files) {
    this.directory = directory;
    this.files = files;
  }

  /**
   * What a file holds; empty after a mistake.
   *
   * @param mistakes told what is wrong, with the file's name and nothing that is in it
   */
  Optional<String> content(String name, Consumer<String> mistakes) {
    try {
      Path file = directory.resolve(name);
      Consumer<String> which = why -> mistakes.accept("names the file " + file + ", which " + why);
      return files.content(file, MAX_BYTES, which).flatMap(bytes -> text(bytes, which));
    } catch (InvalidPathException e) {
      mistakes.accept("names the file " + name + ", which is no path: " + e.getReason());
      return Optional.empty();
    }
  }

  private static Optional<String> text(byte[] bytes, Consumer<String> mistakes) {
    try {
      return Optional.of(withoutLineBreak(UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes))));
    } catch (CharacterCodingException e) {
      mistakes.accept("isn't UTF-8; save it as UTF-8");
      return Optional.empty();
    }
  }

  private static String withoutLineBreak(CharSequence content) {
    return content.toString().replaceFirst("\\r?\\n\\z", "");
  }
}
