package dev.registrynotifications.observe.exchange;

import dev.registrynotifications.registry.Digest;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Reads what may be a digest: clients and registries can send anything. */
final class Digests {

  private Digests() {}

  static Optional<Digest> parse(@Nullable String text) {
    try {
      return text == null ? Optional.empty() : Optional.of(Digest.parse(text.strip()));
    } catch (IllegalArgumentException e) {
      return Optional.empty();
    }
  }
}
