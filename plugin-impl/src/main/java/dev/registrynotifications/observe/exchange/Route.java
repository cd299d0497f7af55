package dev.registrynotifications.observe.exchange;

import dev.registrynotifications.registry.Digest;
import dev.registrynotifications.registry.RepositoryName;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * What of a repository a path names (OCI distribution specification 1.1, "Endpoints"). The
 * repository's name goes up to the last {@code /manifests/} or {@code /blobs/}, as those are
 * allowed in it.
 */
public sealed interface Route {

  /** The repository. */
  RepositoryName repository();

  /**
   * A manifest.
   *
   * @param reference a digest or a tag
   */
  record Manifest(RepositoryName repository, String reference) implements Route {

    /** The digest it is named by; empty if it is named by a tag. */
    Optional<Digest> digest() {
      return reference.indexOf(':') < 0 ? Optional.empty() : Optional.of(Digest.parse(reference));
    }
  }

  /** A blob. */
  record Blob(RepositoryName repository, Digest digest) implements Route {}

  /** Where uploads begin. */
  record Uploads(RepositoryName repository) implements Route {}

  /**
   * An upload that has begun.
   *
   * @param id what the registry calls it
   */
  record Upload(RepositoryName repository, String id) implements Route {}

  /** Names have 255 characters at most, and a hash fewer. */
  int MAX_LENGTH = 2_048;

  String ROOT = "/v2/";
  String MANIFESTS = "/manifests/";
  String BLOBS = "/blobs/";
  String UPLOADS = "uploads";
  Pattern TAG = Pattern.compile("[a-zA-Z0-9_][a-zA-Z0-9._-]{0,127}");

  /**
   * Reads a path, decoded, within the registry's context; empty if it names nothing that events
   * tell of.
   */
  static Optional<Route> of(String path) {
    if (path.length() > MAX_LENGTH || !path.startsWith(ROOT)) {
      return Optional.empty();
    }
    try {
      int manifests = path.lastIndexOf(MANIFESTS);
      int blobs = path.lastIndexOf(BLOBS);
      return manifests > blobs ? manifest(path, manifests) : blob(path, blobs);
    } catch (IllegalArgumentException e) {
      return Optional.empty();
    }
  }

  private static Optional<Route> manifest(String path, int end) {
    String reference = path.substring(end + MANIFESTS.length());
    Manifest manifest = new Manifest(repository(path, end), reference);
    boolean isReference = manifest.digest().isPresent() || TAG.matcher(reference).matches();
    return isReference ? Optional.of(manifest) : Optional.empty();
  }

  private static Optional<Route> blob(String path, int end) {
    if (end < 0) {
      return Optional.empty();
    }
    RepositoryName repository = repository(path, end);
    String rest = path.substring(end + BLOBS.length());
    if (rest.equals(UPLOADS) || rest.equals(UPLOADS + "/")) {
      return Optional.of(new Uploads(repository));
    }
    return Optional.of(
        rest.startsWith(UPLOADS + "/")
            ? new Upload(repository, rest.substring(UPLOADS.length() + 1))
            : new Blob(repository, Digest.parse(rest)));
  }

  private static RepositoryName repository(String path, int end) {
    return new RepositoryName(path.substring(Math.min(ROOT.length(), end), end));
  }
}
