package dev.registrynotifications.decorate;

import dev.registrynotifications.plugin.RepositoryListener;
import dev.registrynotifications.registry.Digest;
import dev.registrynotifications.registry.RepositoryName;
import dev.registrynotifications.registry.TagService;
import java.io.IOException;
import java.util.List;
import java.util.Optional;

/** Tells of tags deleted. */
record NotifyingTagService(
    TagService delegate, RepositoryName repository, RepositoryListener listener)
    implements TagService {

  @Override
  public Optional<Digest> get(String tag) throws IOException {
    return delegate.get(tag);
  }

  @Override
  public void tag(String tag, Digest digest) throws IOException {
    delegate.tag(tag, digest);
  }

  @Override
  public boolean untag(String tag) throws IOException {
    boolean untagged = delegate.untag(tag);
    if (untagged) {
      listener.tagDeleted(repository, tag);
    }
    return untagged;
  }

  @Override
  public List<String> all() throws IOException {
    return delegate.all();
  }

  @Override
  public List<String> lookup(Digest digest) throws IOException {
    return delegate.lookup(digest);
  }
}
