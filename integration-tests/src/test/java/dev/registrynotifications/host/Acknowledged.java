package dev.registrynotifications.host;

import dev.registrynotifications.registry.Digest;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** What a registry has said it has: paths, and the digests of what is there. */
final class Acknowledged {

  private final Map<String, Digest> digests = new ConcurrentHashMap<>();

  void add(String path, Digest digest) {
    digests.put(path, digest);
  }

  Map<String, Digest> digests() {
    return Map.copyOf(digests);
  }
}
