package dev.registrynotifications.config.reader;

import dev.registrynotifications.config.yaml.ByteSize;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Reads the files that make up a configuration, each as a whole and up to a bound, which keeps a
 * wrong name from filling the heap. Who watches them is told of each, also of those that can't be
 * read: one that is missing may come.
 */
final class SmallFiles {

  private final Consumer<Path> opened;

  /**
   * Reads, and tells.
   *
   * @param opened told the absolute path of each file before it is opened
   */
  SmallFiles(Consumer<Path> opened) {
    this.opened = opened;
  }

  /**
   * What a file holds; empty after a mistake.
   *
   * @param mistakes told what is wrong, to follow the file's name and "which", and nothing that is
   *     in it
   */
  Optional<byte[]> content(Path file, int maximum, Consumer<String> mistakes) {
    opened.accept(file.toAbsolutePath());
    if (Files.isDirectory(file)) {
      mistakes.accept("is a directory; name a file in it");
      return Optional.empty();
    }
    try (InputStream stream = Files.newInputStream(file)) {
      byte[] bytes = stream.readNBytes(maximum + 1);
      if (bytes.length <= maximum) {
        return Optional.of(bytes);
      }
      mistakes.accept("is larger than " + ByteSize.text(maximum));
    } catch (NoSuchFileException e) {
      mistakes.accept("doesn't exist");
    } catch (AccessDeniedException e) {
      mistakes.accept("this process may not read; give its user the right to");
    } catch (FileSystemException e) {
      mistakes.accept("can't be read: " + known(e.getReason()));
    } catch (IOException e) {
      mistakes.accept("can't be read: " + known(e.getMessage()));
    }
    return Optional.empty();
  }

  private static String known(@Nullable String reason) {
    return Objects.requireNonNullElse(reason, "the system doesn't say why");
  }
}
