package dev.registrynotifications.config.reader;

import dev.registrynotifications.config.pem.PemFile;
import dev.registrynotifications.config.yaml.ByteSize;
import java.io.IOException;
import java.nio.file.Path;
import java.security.PrivateKey;
import java.security.cert.X509Certificate;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Function;

/**
 * The files that {@code tls} names in one configuration. What is in one is kept and counted once,
 * however often it is named and by which names, and all together are bounded: certificates take a
 * multiple of their files in the heap. One with a mistake is read again for the next endpoint that
 * names it, which has the mistake, too.
 */
final class TlsFiles {

  /** A bundle of all authorities of the world has a quarter of it. */
  private static final int MAX_BYTES = 1024 * 1024;

  /** Enough for three hundred endpoints, each with a certificate's chain and a key of its own. */
  private static final int MAX_BYTES_TOGETHER = 2 * MAX_BYTES;

  private final SmallFiles files;
  private final Map<Path, List<X509Certificate>> certificates = new HashMap<>();
  private final Map<Path, PrivateKey> keys = new HashMap<>();
  private final Set<Path> counted = new HashSet<>();
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
    Path real = real(file);
    T before = known.get(real);
    if (before != null) {
      return Optional.of(before);
    }
    Optional<byte[]> content =
        files
            .content(file, MAX_BYTES, why -> mistakes.accept("which " + why))
            .filter(bytes -> isRoomFor(real, bytes.length, mistakes));
    Optional<T> understood =
        content.flatMap(bytes -> understand.apply(new PemFile(file, bytes, mistakes)));
    if (understood.isPresent()) {
      known.put(real, understood.get());
      bytesKept += counted.add(real) ? content.get().length : 0;
    }
    return understood;
  }

  /** By whichever name: one that can't be followed is told of when the file is read. */
  private static Path real(Path file) {
    try {
      return file.toRealPath();
    } catch (IOException e) {
      return file;
    }
  }

  private boolean isRoomFor(Path real, int bytes, Consumer<String> mistakes) {
    boolean isRoom = counted.contains(real) || bytesKept + bytes <= MAX_BYTES_TOGETHER;
    if (!isRoom) {
      mistakes.accept(
          "which is too much: with it the files that tls names are larger than "
              + ByteSize.text(MAX_BYTES_TOGETHER)
              + " together; what is named more than once counts once");
    }
    return isRoom;
  }
}
