package dev.registrynotifications.reload.watch;

import static java.util.Objects.requireNonNull;

import java.nio.file.attribute.FileTime;

/**
 * What a look at a file shows without reading it.
 *
 * @param place where it is behind all links, which Kubernetes swaps when it renews a secret
 */
record FileStamp(Kind kind, String place, long size, FileTime modified) {

  /** A file that isn't there, or that nobody may look at. */
  static final FileStamp MISSING = new FileStamp(Kind.MISSING, "", 0, FileTime.fromMillis(0));

  /** What can be read only once, such as a pipe. */
  static final FileStamp STREAM = new FileStamp(Kind.STREAM, "", 0, FileTime.fromMillis(0));

  FileStamp {
    requireNonNull(kind, "kind");
    requireNonNull(place, "place");
    requireNonNull(modified, "modified");
  }

  static FileStamp of(String place, long size, FileTime modified) {
    return new FileStamp(Kind.PRESENT, place, size, modified);
  }

  /** Whether there is something to read. */
  boolean isPresent() {
    return kind == Kind.PRESENT;
  }

  /** What kind of file it is. */
  enum Kind {
    PRESENT,
    MISSING,
    STREAM
  }
}
