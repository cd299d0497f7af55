package dev.registrynotifications.observe.exchange;

import com.google.common.cache.Cache;
import com.google.common.cache.CacheBuilder;
import dev.registrynotifications.registry.Descriptor;
import dev.registrynotifications.registry.Digest;
import dev.registrynotifications.registry.RepositoryName;
import java.util.List;
import java.util.Map.Entry;
import java.util.Optional;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;

/**
 * What went by earlier that later exchanges don't say again. Each of its memories forgets what
 * wasn't used for the longest time once it is full; nothing of it outlives the process. Safe for
 * use by several threads.
 */
final class Seen {

  /** About 10 MB of each, if they are full. */
  private static final int MAX_TAGS = 50_000;

  private static final int MAX_SIZES = 50_000;
  private static final int MAX_UPLOADS = 10_000;
  private static final int MAX_MANIFESTS = 1_000;

  private final Cache<Tag, Digest> tags = memoryOf(MAX_TAGS);
  private final Cache<Digest, Long> sizes = memoryOf(MAX_SIZES);
  private final Cache<Route.Upload, Long> uploads = memoryOf(MAX_UPLOADS);
  private final Cache<Digest, List<Descriptor>> references = memoryOf(MAX_MANIFESTS);

  private record Tag(RepositoryName repository, String name) {}

  private static <K, V> Cache<K, V> memoryOf(int entries) {
    return CacheBuilder.newBuilder().maximumSize(entries).build();
  }

  void tag(RepositoryName repository, String tag, Digest digest) {
    tags.put(new Tag(repository, tag), digest);
  }

  Optional<Digest> digestOf(RepositoryName repository, String tag) {
    return Optional.ofNullable(tags.getIfPresent(new Tag(repository, tag)));
  }

  void untag(RepositoryName repository, String tag) {
    tags.invalidate(new Tag(repository, tag));
  }

  /** Forgets the tags of a manifest and returns them in their order. */
  List<String> untag(RepositoryName repository, Digest digest) {
    List<String> names =
        tags.asMap().entrySet().stream()
            .filter(entry -> entry.getValue().equals(digest))
            .map(Entry::getKey)
            .filter(tag -> tag.repository().equals(repository))
            .map(Tag::name)
            .sorted()
            .toList();
    names.forEach(name -> untag(repository, name));
    return names;
  }

  void size(Digest digest, long size) {
    sizes.put(digest, size);
  }

  OptionalLong sizeOf(Digest digest) {
    return optional(sizes.getIfPresent(digest));
  }

  void references(Digest manifest, List<Descriptor> descriptors) {
    references.put(manifest, descriptors);
  }

  List<Descriptor> referencesOf(Digest manifest) {
    return Optional.ofNullable(references.getIfPresent(manifest)).orElse(List.of());
  }

  /** How much an upload has got so far. */
  void progress(Route.Upload upload, long bytes) {
    uploads.put(upload, bytes);
  }

  OptionalLong progressOf(Route.Upload upload) {
    return optional(uploads.getIfPresent(upload));
  }

  void ended(Route.Upload upload) {
    uploads.invalidate(upload);
  }

  private static OptionalLong optional(@Nullable Long value) {
    return value == null ? OptionalLong.empty() : OptionalLong.of(value);
  }
}
