package dev.registrynotifications.config.reader;

import dev.registrynotifications.config.TlsConfig;
import dev.registrynotifications.config.TlsConfig.Identity;
import dev.registrynotifications.config.TlsConfig.Version;
import dev.registrynotifications.config.yaml.MappingReader;
import dev.registrynotifications.config.yaml.Place;
import dev.registrynotifications.config.yaml.Problems;
import dev.registrynotifications.config.yaml.YamlValue.Scalar;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.PrivateKey;
import java.security.PublicKey;
import java.security.Signature;
import java.security.cert.X509Certificate;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.Consumer;

/**
 * Reads an endpoint's {@code tls}, which distribution doesn't have, and the files that it names.
 * Reading them only at the first delivery would leave an operator with a plugin that has started
 * and delivers nothing.
 */
final class TlsReader {

  private static final byte[] SAMPLE = {1, 2, 3, 4};
  private static final Map<String, String> SIGNATURES =
      Map.of("RSA", "SHA256withRSA", "EC", "SHA256withECDSA", "EdDSA", "EdDSA");

  private final Path directory;
  private final TlsFiles files;

  /**
   * Reads for a configuration that lies somewhere.
   *
   * @param directory where relative paths begin
   */
  TlsReader(Path directory, SmallFiles files) {
    this.directory = directory;
    this.files = new TlsFiles(files);
  }

  TlsConfig read(MappingReader reader) {
    TlsConfig tls =
        new TlsConfig(
            file(reader, "ca", files::certificates).orElse(List.of()),
            identity(reader),
            minimumVersion(reader),
            reader.bool("skipVerify", TlsConfig.DEFAULT.skipVerify()));
    reader.rejectUnknownKeys();
    return tls;
  }

  private Optional<Identity> identity(MappingReader reader) {
    List<X509Certificate> chain =
        file(reader, "certificate", files::certificates).orElse(List.of());
    Optional<PrivateKey> key = file(reader, "key", files::privateKey);
    needsOther(reader, "certificate", "key", "the file of its private key, which may be the same");
    needsOther(reader, "key", "certificate", "the file of the certificate that it belongs to");
    if (chain.isEmpty() || key.isEmpty()) {
      return Optional.empty();
    }
    if (!fits(key.get(), chain.get(0).getPublicKey())) {
      reader.problem(
          reader.value("key").orElseThrow().place(),
          "key",
          "doesn't fit the first certificate of the file that certificate names; "
              + "name the key with which that certificate was requested");
    }
    return Optional.of(new Identity(chain, key.get()));
  }

  private static void needsOther(MappingReader reader, String key, String other, String what) {
    if (reader.value(key).isPresent() && reader.value(other).isEmpty()) {
      reader.problem(reader.value(key).get().place(), key, "is alone; add " + other + ", " + what);
    }
  }

  /** Signs, because a private key doesn't tell its public one. */
  private static boolean fits(PrivateKey privateKey, PublicKey publicKey) {
    try {
      Signature signature = Signature.getInstance(SIGNATURES.get(privateKey.getAlgorithm()));
      signature.initSign(privateKey);
      signature.update(SAMPLE);
      byte[] signed = signature.sign();
      signature.initVerify(publicKey);
      signature.update(SAMPLE);
      return signature.verify(signed);
    } catch (GeneralSecurityException e) {
      return false;
    }
  }

  /** By its text: YAML takes it for a number. */
  private static Version minimumVersion(MappingReader reader) {
    Version byDefault = TlsConfig.DEFAULT.minimumVersion();
    Optional<Scalar> number = reader.scalar("minVersion");
    if (number.isEmpty()) {
      return byDefault;
    }
    Optional<Version> version =
        Arrays.stream(Version.values())
            .filter(v -> v.number().equals(number.get().text()))
            .findFirst();
    if (version.isEmpty()) {
      reader.problem(
          number.get().place(),
          "minVersion",
          "must be \"1.2\" or \"1.3\", not " + Problems.quoted(number.get().text()));
    }
    return version.orElse(byDefault);
  }

  /** What is in the file that a key names. */
  private <T> Optional<T> file(
      MappingReader reader, String key, BiFunction<Path, Consumer<String>, Optional<T>> content) {
    Optional<Scalar> path = reader.scalar(key);
    if (path.isEmpty()) {
      return Optional.empty();
    }
    Place place = path.get().place();
    if (path.get().text().isBlank()) {
      reader.problem(place, key, "is blank; it must name a file");
      return Optional.empty();
    }
    try {
      Path file = directory.resolve(path.get().text());
      return content.apply(file, what -> reader.problem(place, key, "names " + file + ", " + what));
    } catch (InvalidPathException e) {
      reader.problem(place, key, "is no path: " + e.getReason());
      return Optional.empty();
    }
  }
}
