package dev.registrynotifications.audience;

import dev.registrynotifications.audience.Notice.Happening;
import dev.registrynotifications.cases.Content;
import dev.registrynotifications.cases.RegistryClient;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;

/**
 * A client's visit to one repository: one request after another, and what happens by them, as each
 * receiver must get to know it. Confined to one thread.
 */
public final class Visit {

  private final List<Happening> happenings = new ArrayList<>();
  private final RegistryClient client;
  private final String repository;

  /** Begins one, at the registry of that root. */
  public Visit(URI registry, String repository) {
    this.client = new RegistryClient(registry);
    this.repository = repository;
  }

  public String repository() {
    return repository;
  }

  /** What has happened so far. */
  public List<Happening> happenings() {
    return List.copyOf(happenings);
  }

  /** Pushes so many blobs that nobody else has. */
  public void pushBlobs(int count) {
    for (int i = 0; i < count; i++) {
      pushBlob(Content.blob(repository + " " + happenings.size()));
    }
  }

  /** Pushes a blob. */
  public Happening pushBlob(Content blob) {
    client.pushBlob(repository, blob);
    return happened("202/201", "push", blob.digest(), "");
  }

  /** Pushes a manifest by a tag. */
  public Happening pushManifest(String tag, Content manifest) {
    client.putManifest(repository, tag, manifest);
    return happened("201", "push", manifest.digest(), tag);
  }

  /** Pulls a manifest by its tag. */
  public Happening pullManifest(String tag, Content manifest) {
    client.get(path("manifests", tag));
    return happened("200", "pull", manifest.digest(), tag);
  }

  /** Asks for the head of a manifest, which is a pull, too. */
  public Happening headManifest(String tag, Content manifest) {
    client.head(path("manifests", tag));
    return happened("200", "pull", manifest.digest(), tag);
  }

  /** Pulls a blob. */
  public Happening pullBlob(Content blob) {
    client.get(path("blobs", blob.digest()));
    return happened("200", "pull", blob.digest(), "");
  }

  /** Deletes a tag. */
  public Happening deleteTag(String tag) {
    client.delete(path("manifests", tag));
    return happened("202", "delete", "", tag);
  }

  /** Deletes a manifest with its one tag. */
  public void deleteManifest(Content manifest, String tag) {
    client.delete(path("manifests", manifest.digest()));
    happened("202", "delete", manifest.digest(), "");
    happenings.add(new Happening("delete", repository, "", tag));
  }

  /** Deletes a blob. */
  public Happening deleteBlob(Content blob) {
    client.delete(path("blobs", blob.digest()));
    return happened("202", "delete", blob.digest(), "");
  }

  private String path(String kind, String reference) {
    return "v2/" + repository + "/" + kind + "/" + reference;
  }

  private Happening happened(String expected, String action, String digest, String tag) {
    Happening happening = new Happening(action, repository, digest, tag);
    String statuses = client.takeStatuses();
    if (!statuses.equals(expected)) {
      throw new AssertionError("Could not " + happening + ": the registry answered " + statuses);
    }
    happenings.add(happening);
    return happening;
  }
}
