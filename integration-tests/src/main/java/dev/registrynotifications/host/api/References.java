package dev.registrynotifications.host.api;

import dev.registrynotifications.host.http.ErrorCode;
import dev.registrynotifications.host.http.RegistryException;
import dev.registrynotifications.host.storage.BlobHash;
import dev.registrynotifications.registry.Digest;
import dev.registrynotifications.registry.RepositoryName;
import java.util.regex.Pattern;

/** Reads the names, tags and digests of requests. */
final class References {

  private static final Pattern TAG = Pattern.compile("[a-zA-Z0-9_][a-zA-Z0-9._-]{0,127}");

  private References() {}

  /** A repository's name, or NAME_INVALID. */
  static RepositoryName name(String text) {
    try {
      return new RepositoryName(text);
    } catch (IllegalArgumentException e) {
      throw RegistryException.because(ErrorCode.NAME_INVALID, message(e));
    }
  }

  /** A digest by an algorithm that we have, or DIGEST_INVALID. */
  static Digest digest(String text) {
    try {
      Digest digest = Digest.parse(text);
      BlobHash.of(digest);
      return digest;
    } catch (IllegalArgumentException e) {
      throw RegistryException.because(ErrorCode.DIGEST_INVALID, message(e));
    }
  }

  /** Whether a manifest's reference is meant as a digest: a tag has no colon. */
  static boolean isDigest(String reference) {
    return reference.indexOf(':') >= 0;
  }

  static boolean isTag(String reference) {
    return TAG.matcher(reference).matches();
  }

  /** A tag to set, or TAG_INVALID. */
  static String tag(String text) {
    if (!isTag(text)) {
      throw RegistryException.because(ErrorCode.TAG_INVALID, "not a tag: " + text);
    }
    return text;
  }

  private static String message(IllegalArgumentException e) {
    return String.valueOf(e.getMessage());
  }
}
