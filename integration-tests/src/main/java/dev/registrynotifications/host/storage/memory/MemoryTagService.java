package dev.registrynotifications.host.storage.memory;

import dev.registrynotifications.registry.Digest;
import dev.registrynotifications.registry.RepositoryName;
import dev.registrynotifications.registry.TagService;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

final class MemoryTagService implements TagService {

  private final Contents contents;
  private final RepositoryName name;

  MemoryTagService(Contents contents, RepositoryName name) {
    this.contents = contents;
    this.name = name;
  }

  @Override
  public Optional<Digest> get(String tag) {
    return contents.find(name).map(content -> content.tags().get(tag));
  }

  @Override
  public void tag(String tag, Digest digest) {
    contents.create(name).tags().put(tag, digest);
  }

  @Override
  public boolean untag(String tag) {
    return contents.find(name).map(content -> content.tags().remove(tag) != null).orElse(false);
  }

  @Override
  public List<String> all() {
    return entries().map(Map.Entry::getKey).toList();
  }

  @Override
  public List<String> lookup(Digest digest) {
    return entries()
        .filter(entry -> entry.getValue().equals(digest))
        .map(Map.Entry::getKey)
        .toList();
  }

  private Stream<Map.Entry<String, Digest>> entries() {
    return contents.find(name).stream().flatMap(content -> content.tags().entrySet().stream());
  }
}
