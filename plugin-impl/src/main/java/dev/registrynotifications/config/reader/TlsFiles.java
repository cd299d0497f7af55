package dev.registrynotifications.config.reader;

import dev.registrynotifications.config.pem.PemFile;
import dev.registrynotifications.config.yaml.ByteSize;
import java.nio.file.Path;
import java.security.PrivateKey;
import java.security.cert.X509Certificate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;

/**
 * The files that {@code tls} names in one configuration. What is in one is kept once, however many
 * endpoints name it, and all together are bounded: certificates take a multiple of their files in
 * the heap. One with a mistake is read again for the next endpoint that names it, which has the
 * mistake, too.
 */
final class TlsFiles {

  /** A bundle of all authorities of the world has a quarter of it. */
  private static final int MAX_BYTES = 1024 * 1024;

  /** Enough for five hundred endpoints, each with a certificate and a key of its own. */
  private static final int MAX_BYTES_TOGETHER = 2 * MAX_BYTES;

  private final SmallFiles files;
  private final Map<Path, List<X509Certificate>> certificates = new HashMap<>();
  private final Map<Path, PrivateKey> keys = new HashMap<>();
  private long bytesKept;

  TlsFiles(SmallFiles files) {
    this.files = files;
  }

  /**
   * A file's certificates; empty after a mistake.
   *
   * @param mistakes told what is wrong, to follow the file's name and a comma
   */
  Optional<List<X509Certificate>> certificates(Path file, Consumer<String> mistakes) {
    return once(certificates, file, mistakes, TlsFiles::certificates);
  }

  /** A file's private key, in the same way. */
  Optional<PrivateKey> privateKey(Path file, Consumer<String> mistakes) {
    return once(keys, file, mistakes, PemFile::privateKey);
  }

  private static Optional<List<X509Certificate>> certificates(PemFile file) {
    return Optional.of(List.copyOf(file.certificates())).filter(list -> !list.isEmpty());
  }

  private <T> Optional<T> once(
      Map<Path, T> known,
      Path file,
      Consumer<String> mistakes,
      Function<PemFile, Optional<T>> understand) {
    T before = known.get(file);
    if (before != null) {
      return Optional.of(before);
    }
    Optional<byte[]> content = content(file, mistakes);
    Optional<T> understood =
        content.flatMap(bytes -> understand.apply(new PemFile(file, bytes, mistakes)));
    if (understood.isPresent()) {
      known.put(file, understood.get());
      bytesKept += content.get().length;
    }
    return understood;
  }

  private Optional<byte[]> content(Path file, Consumer<String> mistakes) {
    return files
        .content(file, MAX_BYTES, why -> mistakes.accept("which " + why))
        .filter(bytes -> isRoomFor(bytes.length, mistakes));
  }

  private boolean isRoomFor(int bytes, Consumer<String> mistakes) {
    boolean isRoom = bytesKept + bytes <= MAX_BYTES_TOGETHER;
    if (!isRoom) {
      mistakes.accept(
          "which is too much: with it the files that tls names are larger than "
              + ByteSize.text(MAX_BYTES_TOGETHER)
              + " together");
    }
    return isRoom;
  }
}
