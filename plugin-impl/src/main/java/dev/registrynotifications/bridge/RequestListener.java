package dev.registrynotifications.bridge;

import dev.registrynotifications.event.Action;
import dev.registrynotifications.event.Target;
import dev.registrynotifications.plugin.RepositoryListener;
import dev.registrynotifications.plugin.RequestContext;
import dev.registrynotifications.registry.Descriptor;
import dev.registrynotifications.registry.Digest;
import dev.registrynotifications.registry.RepositoryName;
import java.net.URI;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Says what happened in one request, in the words of distribution's {@code bridge}. */
final class RequestListener implements RepositoryListener {

  private final EventBridge bridge;
  private final RequestContext context;

  RequestListener(EventBridge bridge, RequestContext context) {
    this.bridge = bridge;
    this.context = context;
  }

  @Override
  public void manifestPushed(
      RepositoryName repository,
      Descriptor manifest,
      List<Descriptor> references,
      List<String> tags) {
    if (tags.isEmpty()) {
      write(Action.PUSH, manifest(repository, manifest, references, null));
      return;
    }
    bridge.write(
        context,
        Action.PUSH,
        tags.stream().map(tag -> manifest(repository, manifest, references, tag)).toList());
  }

  @Override
  public void manifestPulled(
      RepositoryName repository,
      Descriptor manifest,
      List<Descriptor> references,
      @Nullable String tag) {
    write(Action.PULL, manifest(repository, manifest, references, tag));
  }

  @Override
  public void manifestDeleted(RepositoryName repository, Digest digest) {
    write(Action.DELETE, deleted(repository, digest, null));
  }

  @Override
  public void blobPushed(RepositoryName repository, Descriptor blob) {
    write(Action.PUSH, blob(repository, blob, null));
  }

  @Override
  public void blobPulled(RepositoryName repository, Descriptor blob) {
    write(Action.PULL, blob(repository, blob, null));
  }

  @Override
  public void blobMounted(RepositoryName repository, Descriptor blob, RepositoryName from) {
    write(Action.MOUNT, blob(repository, blob, from));
  }

  @Override
  public void blobDeleted(RepositoryName repository, Digest digest) {
    write(Action.DELETE, deleted(repository, digest, null));
  }

  @Override
  public void tagDeleted(RepositoryName repository, String tag) {
    write(Action.DELETE, deleted(repository, null, tag));
  }

  @Override
  public void repositoryDeleted(RepositoryName repository) {
    write(Action.DELETE, deleted(repository, null, null));
  }

  private Target manifest(
      RepositoryName repository,
      Descriptor manifest,
      List<Descriptor> references,
      @Nullable String tag) {
    return new Target(
        repository,
        manifest,
        manifest.digest(),
        tag,
        null,
        url(repository, "manifests", manifest.digest()),
        bridge.includesReferences() ? references : List.of());
  }

  private Target blob(RepositoryName repository, Descriptor blob, @Nullable RepositoryName from) {
    URI url = url(repository, "blobs", blob.digest());
    return new Target(repository, blob, blob.digest(), null, from, url, List.of());
  }

  private static Target deleted(
      RepositoryName repository, @Nullable Digest digest, @Nullable String tag) {
    return new Target(repository, null, digest, tag, null, null, List.of());
  }

  /** Joined, not resolved: the base ends in a slash, and a URI takes a microsecond to resolve. */
  private URI url(RepositoryName repository, String kind, Digest digest) {
    return URI.create(context.baseUrl() + "v2/" + repository + "/" + kind + "/" + digest);
  }

  private void write(Action action, Target target) {
    bridge.write(context, action, List.of(target));
  }
}
