package dev.registrynotifications.host.storage.memory;

import dev.registrynotifications.host.storage.memory.Contents.Content;
import dev.registrynotifications.registry.Descriptor;
import dev.registrynotifications.registry.Digest;
import dev.registrynotifications.registry.Manifest;
import dev.registrynotifications.registry.ManifestService;
import dev.registrynotifications.registry.RepositoryName;
import java.util.List;
import java.util.Optional;

final class MemoryManifestService implements ManifestService {

  private final Contents contents;
  private final RepositoryName name;

  MemoryManifestService(Contents contents, RepositoryName name) {
    this.contents = contents;
    this.name = name;
  }

  @Override
  public Optional<Descriptor> stat(Digest digest) {
    return get(digest).map(Manifest::descriptor);
  }

  @Override
  public Optional<Manifest> get(Digest digest) {
    return contents.find(name).map(content -> content.manifests().get(digest));
  }

  @Override
  public Optional<Manifest> get(String tag) {
    return contents.find(name).map(content -> content.tags().get(tag)).flatMap(this::get);
  }

  @Override
  public void put(Manifest manifest, List<String> tags) {
    Content content = contents.create(name);
    content.manifests().put(manifest.digest(), manifest);
    tags.forEach(tag -> content.tags().put(tag, manifest.digest()));
  }

  @Override
  public boolean delete(Digest digest) {
    return contents
        .find(name)
        .map(content -> content.manifests().remove(digest) != null)
        .orElse(false);
  }
}
