package dev.registrynotifications.config.reader;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.registrynotifications.config.yaml.Place;
import dev.registrynotifications.config.yaml.Problems;
import dev.registrynotifications.plugin.PluginException;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CoderResult;
import java.nio.file.Path;

/**
 * Reads a configuration file's text. Its encoding is told to nobody, so it is UTF-8; a file in
 * another one names the place of the first letter by which that shows.
 */
final class ConfigurationFile {

  /** Whole configurations of distribution have some KiB; a byte takes many in the heap. */
  private static final int MAX_BYTES = 1024 * 1024;

  /** What editors put at the beginning. */
  private static final String BYTE_ORDER_MARK = "\uFEFF";

  private final SmallFiles files;

  ConfigurationFile(SmallFiles files) {
    this.files = files;
  }

  /**
   * Its text, up to the first mistake.
   *
   * @throws PluginException if it can't be opened
   */
  String text(Path file, Problems problems) {
    byte[] bytes = files.content(file, MAX_BYTES, why -> fail(file, why)).orElseThrow();
    CharBuffer text = CharBuffer.allocate(bytes.length);
    CoderResult result = UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes), text, true);
    String read = withoutMark(text.flip().toString());
    if (result.isError()) {
      problems.add(
          Place.after(read, file.toString()), "isn't UTF-8 from here on; save the file as UTF-8");
    }
    return read;
  }

  private static void fail(Path file, String why) {
    throw new PluginException(
        "Could not read the configuration file " + file + ", which " + why, null);
  }

  private static String withoutMark(String text) {
    return text.startsWith(BYTE_ORDER_MARK) ? text.substring(1) : text;
  }
}
