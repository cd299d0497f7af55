package dev.registrynotifications.config.reader;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.registrynotifications.config.SigningConfig;
import dev.registrynotifications.config.SigningConfig.Secret;
import dev.registrynotifications.config.yaml.MappingReader;
import dev.registrynotifications.config.yaml.YamlValue.Scalar;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/** Reads the keys of signatures, which no message quotes. */
final class SigningReader {

  /** How a key in base64 begins, and how long it is: Standard Webhooks, "Signature scheme". */
  private static final String BASE64_PREFIX = "whsec_";

  private static final int MIN_BYTES = 24;
  private static final int MAX_BYTES = 64;

  private final Interpolation interpolation;

  SigningReader(Interpolation interpolation) {
    this.interpolation = interpolation;
  }

  SigningConfig read(MappingReader reader) {
    List<Scalar> texts = reader.scalars("secrets");
    List<Secret> secrets = texts.stream().flatMap(text -> secret(reader, text).stream()).toList();
    boolean hexSignature = reader.bool("hexSignature", false);
    if (hexSignature && texts.isEmpty()) {
      reader.problem(
          reader.value("hexSignature").orElseThrow().place(),
          "hexSignature",
          "needs secrets to sign with, and there are none");
    }
    return new SigningConfig(secrets, hexSignature);
  }

  private Optional<Secret> secret(MappingReader reader, Scalar scalar) {
    Consumer<String> mistakes = reader.noting("secrets", scalar.place());
    String text = scalar.isNull() ? "" : scalar.text();
    return interpolation
        .replace(text, mistakes)
        .flatMap(secret -> key(secret, mistakes))
        .map(Secret::new);
  }

  private static Optional<byte[]> key(String secret, Consumer<String> mistakes) {
    if (secret.isEmpty()) {
      mistakes.accept("has an empty secret; leave it out, or write one");
      return Optional.empty();
    }
    return secret.startsWith(BASE64_PREFIX)
        ? decoded(secret.substring(BASE64_PREFIX.length()), mistakes)
        : Optional.of(secret.getBytes(UTF_8));
  }

  private static Optional<byte[]> decoded(String base64, Consumer<String> mistakes) {
    try {
      byte[] key = Base64.getDecoder().decode(base64);
      if (key.length >= MIN_BYTES && key.length <= MAX_BYTES) {
        return Optional.of(key);
      }
      mistakes.accept("has a whsec_ secret that isn't 24 to 64 bytes long");
    } catch (IllegalArgumentException e) {
      mistakes.accept("has a whsec_ secret that isn't base64; without whsec_ any text is one");
    }
    return Optional.empty();
  }
}
