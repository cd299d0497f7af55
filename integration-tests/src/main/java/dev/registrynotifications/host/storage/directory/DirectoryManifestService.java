package dev.registrynotifications.host.storage.directory;

import dev.registrynotifications.host.manifest.ManifestParser;
import dev.registrynotifications.registry.Descriptor;
import dev.registrynotifications.registry.Digest;
import dev.registrynotifications.registry.Manifest;
import dev.registrynotifications.registry.ManifestService;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** A {@link ManifestFile} for each manifest, written before the tags that point at it. */
final class DirectoryManifestService implements ManifestService {

  private final Path manifests;
  private final DirectoryTagService tags;
  private final ManifestParser parser;
  private final AtomicTree tree;

  DirectoryManifestService(
      Path manifests, DirectoryTagService tags, ManifestParser parser, AtomicTree tree) {
    this.manifests = manifests;
    this.tags = tags;
    this.parser = parser;
    this.tree = tree;
  }

  @Override
  public Optional<Descriptor> stat(Digest digest) throws IOException {
    return get(digest).map(Manifest::descriptor);
  }

  @Override
  public Optional<Manifest> get(Digest digest) throws IOException {
    try {
      return Optional.of(ManifestFile.decode(digest, Files.readAllBytes(file(digest)), parser));
    } catch (NoSuchFileException e) {
      return Optional.empty();
    }
  }

  @Override
  public Optional<Manifest> get(String tag) throws IOException {
    Optional<Digest> digest = tags.get(tag);
    return digest.isPresent() ? get(digest.get()) : Optional.empty();
  }

  @Override
  public void put(Manifest manifest, List<String> newTags) throws IOException {
    tree.write(file(manifest.digest()), ManifestFile.encode(manifest));
    for (String tag : newTags) {
      tags.tag(tag, manifest.digest());
    }
  }

  @Override
  public boolean delete(Digest digest) throws IOException {
    return Files.deleteIfExists(file(digest));
  }

  private Path file(Digest digest) {
    return manifests.resolve(digest.algorithm()).resolve(digest.encoded());
  }
}
