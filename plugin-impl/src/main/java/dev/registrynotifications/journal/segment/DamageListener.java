package dev.registrynotifications.journal.segment;

import java.nio.file.Path;

/** Is told of bytes that are no records any more. May be told of the same ones again. */
@FunctionalInterface
public interface DamageListener {

  /** For those who only want what is intact. */
  DamageListener NONE = (file, offset, bytes) -> {};

  /** So many bytes of a file, from that offset on, were passed over. */
  void onDamage(Path file, long offset, long bytes);
}
