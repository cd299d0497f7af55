package dev.registrynotifications.observe.exchange;

import dev.registrynotifications.plugin.RepositoryListener;
import dev.registrynotifications.registry.Descriptor;
import dev.registrynotifications.registry.Digest;
import dev.registrynotifications.registry.RepositoryName;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Writes down what a listener is told, a line each. */
public final class RecordedCalls implements RepositoryListener {

  private final List<String> lines = new ArrayList<>();

  /** What it was told since this was asked last. */
  public synchronized List<String> take() {
    List<String> taken = List.copyOf(lines);
    lines.clear();
    return taken;
  }

  private synchronized void add(String what, RepositoryName repository, Object... details) {
    StringBuilder line = new StringBuilder(what + " " + repository);
    for (Object detail : details) {
      line.append(' ').append(detail);
    }
    lines.add(line.toString());
  }

  private static String text(Descriptor descriptor) {
    return "%s %s %d bytes"
        .formatted(shortened(descriptor.digest()), descriptor.mediaType(), descriptor.size());
  }

  private static String shortened(Digest digest) {
    return digest.encoded().substring(0, 4);
  }

  private static List<String> shortened(List<Descriptor> references) {
    return references.stream().map(reference -> shortened(reference.digest())).toList();
  }

  @Override
  public void manifestPushed(
      RepositoryName repository,
      Descriptor manifest,
      List<Descriptor> references,
      List<String> tags) {
    add("manifest pushed", repository, text(manifest), tags, shortened(references));
  }

  @Override
  public void manifestPulled(
      RepositoryName repository,
      Descriptor manifest,
      List<Descriptor> references,
      @Nullable String tag) {
    add("manifest pulled", repository, text(manifest), String.valueOf(tag), shortened(references));
  }

  @Override
  public void manifestDeleted(RepositoryName repository, Digest digest) {
    add("manifest deleted", repository, shortened(digest));
  }

  @Override
  public void blobPushed(RepositoryName repository, Descriptor blob) {
    add("blob pushed", repository, text(blob));
  }

  @Override
  public void blobPulled(RepositoryName repository, Descriptor blob) {
    add("blob pulled", repository, text(blob));
  }

  @Override
  public void blobMounted(RepositoryName repository, Descriptor blob, RepositoryName from) {
    add("blob mounted", repository, text(blob), "from", from);
  }

  @Override
  public void blobDeleted(RepositoryName repository, Digest digest) {
    add("blob deleted", repository, shortened(digest));
  }

  @Override
  public void tagDeleted(RepositoryName repository, String tag) {
    add("tag deleted", repository, tag);
  }

  @Override
  public void repositoryDeleted(RepositoryName repository) {
    add("repository deleted", repository);
  }
}
