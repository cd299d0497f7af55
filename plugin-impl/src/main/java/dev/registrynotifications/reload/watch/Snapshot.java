package dev.registrynotifications.reload.watch;

import com.google.common.collect.Maps;
import dev.registrynotifications.reload.watch.FileStamp.Kind;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** What a look at some files has shown. */
record Snapshot(Map<Path, Seen> files) {

  /** What was seen of one file, from outside and inside. */
  record Seen(FileStamp stamp, String digest) {}

  Snapshot {
    files = Map.copyOf(files);
  }

  /** What was seen of a file that still looks like that from outside, if it was seen so. */
  Optional<Seen> find(Path file, FileStamp stamp) {
    return Optional.ofNullable(files.get(file)).filter(seen -> seen.stamp().equals(stamp));
  }

  /** Whether the same is in the same files: one that was only touched hasn't changed. */
  boolean holdsSameAs(Snapshot other) {
    return Maps.transformValues(files, Seen::digest)
        .equals(Maps.transformValues(other.files, Seen::digest));
  }

  /** Whether all of it can be read as often as one likes. */
  boolean isRepeatable() {
    return files.values().stream().noneMatch(seen -> seen.stamp().kind() == Kind.STREAM);
  }

  /** What was seen of some of the files. */
  Snapshot only(Set<Path> some) {
    return new Snapshot(Maps.filterKeys(files, some::contains));
  }
}
