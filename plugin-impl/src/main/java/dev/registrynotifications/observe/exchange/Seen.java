package dev.registrynotifications.observe.exchange;

import com.google.common.cache.Cache;
import com.google.common.cache.CacheBuilder;
import com.google.common.cache.Weigher;
import dev.registrynotifications.registry.Descriptor;
import dev.registrynotifications.registry.Digest;
import dev.registrynotifications.registry.RepositoryName;
import java.util.List;
import java.util.Map.Entry;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;

/**
 * What went by earlier that later exchanges don't say again. Each of its memories forgets what
 * wasn't used for the longest time once it is full; nothing of it outlives the process. Safe for
 * use by several threads.
 *
 * <p>Exchanges overlap. So what a pull says of a tag counts only if nothing has changed the tag
 * since the pull began: a slow one may have read what was there before.
 */
final class Seen {

  /** Of each memory, as estimated: some 30,000 tags, say. */
  static final long MAX_BYTES = 8 << 20;

  private static final int BYTES_PER_ENTRY = 200;

  private final AtomicLong time = new AtomicLong();
  private final Cache<Tag, Known> tags = memory((tag, known) -> weight(tag));
  private final Cache<Digest, Long> sizes = memory((digest, size) -> weight(digest));
  private final Cache<Route.Upload, Long> uploads = memory((upload, bytes) -> weight(upload));
  private final Cache<Digest, List<Descriptor>> references = memory((d, list) -> weight(list));

  private record Tag(RepositoryName repository, String name) {}

  /**
   * What is known of a tag.
   *
   * @param digest null if it was deleted
   * @param since from when on
   */
  private record Known(@Nullable Digest digest, long since) {}

  private static <K, V> Cache<K, V> memory(Weigher<K, V> weigher) {
    return CacheBuilder.newBuilder().maximumWeight(MAX_BYTES).weigher(weigher).build();
  }

  private static int weight(Tag tag) {
    return BYTES_PER_ENTRY + tag.name().length() + tag.repository().value().length();
  }

  private static int weight(Digest digest) {
    return BYTES_PER_ENTRY + digest.encoded().length();
  }

  private static int weight(Route.Upload upload) {
    return BYTES_PER_ENTRY + upload.id().length() + upload.repository().value().length();
  }

  private static int weight(List<Descriptor> descriptors) {
    return BYTES_PER_ENTRY + descriptors.stream().mapToInt(Seen::weight).sum();
  }

  private static int weight(Descriptor descriptor) {
    int texts =
        descriptor.mediaType().length()
            + descriptor.urls().stream().mapToInt(String::length).sum()
            + descriptor.annotations().entrySet().stream()
                .mapToInt(entry -> entry.getKey().length() + entry.getValue().length())
                .sum();
    return weight(descriptor.digest()) + BYTES_PER_ENTRY + texts;
  }

  /** A moment, for {@link #tagPulled}. */
  long now() {
    return time.incrementAndGet();
  }

  void tagPushed(RepositoryName repository, String tag, Digest digest) {
    tags.put(new Tag(repository, tag), new Known(digest, now()));
  }

  /**
   * Somebody found that behind a tag.
   *
   * @param began when the exchange began
   */
  void tagPulled(RepositoryName repository, String tag, Digest digest, long began) {
    merge(new Tag(repository, tag), new Known(digest, began));
  }

  /** Somebody didn't find a tag. */
  void tagMissed(RepositoryName repository, String tag, long began) {
    merge(new Tag(repository, tag), new Known(null, began));
  }

  private void merge(Tag tag, Known found) {
    tags.asMap().merge(tag, found, (known, now) -> known.since() > now.since() ? known : now);
  }

  void tagDeleted(RepositoryName repository, String tag) {
    tags.put(new Tag(repository, tag), new Known(null, now()));
  }

  Optional<Digest> digestOf(RepositoryName repository, String tag) {
    return Optional.ofNullable(tags.getIfPresent(new Tag(repository, tag))).map(Known::digest);
  }

  /** Deletes the tags of a manifest and returns them in their order. */
  List<String> deleteTagsOf(RepositoryName repository, Digest digest) {
    List<String> names =
        tags.asMap().entrySet().stream()
            .filter(entry -> digest.equals(entry.getValue().digest()))
            .map(Entry::getKey)
            .filter(tag -> tag.repository().equals(repository))
            .map(Tag::name)
            .sorted()
            .toList();
    names.forEach(name -> tagDeleted(repository, name));
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
