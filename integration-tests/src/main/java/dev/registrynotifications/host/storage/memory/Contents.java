package dev.registrynotifications.host.storage.memory;

import dev.registrynotifications.registry.Digest;
import dev.registrynotifications.registry.Manifest;
import dev.registrynotifications.registry.RepositoryName;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentSkipListMap;

/** What each repository holds, by its name. Safe for use by several threads. */
final class Contents {

  private final NavigableMap<String, Content> byName = new ConcurrentSkipListMap<>();

  Optional<Content> find(RepositoryName name) {
    return Optional.ofNullable(byName.get(name.value()));
  }

  /** What the repository holds, to be added to: the repository is there from now on. */
  Content create(RepositoryName name) {
    return byName.computeIfAbsent(name.value(), absent -> new Content());
  }

  boolean remove(RepositoryName name) {
    return byName.remove(name.value()) != null;
  }

  List<RepositoryName> names() {
    return byName.keySet().stream().map(RepositoryName::new).toList();
  }

  /** What one repository holds. */
  record Content(
      Map<Digest, byte[]> blobs, Map<Digest, Manifest> manifests, Map<String, Digest> tags) {

    private Content() {
      this(new ConcurrentHashMap<>(), new ConcurrentHashMap<>(), new ConcurrentSkipListMap<>());
    }
  }
}
