package dev.registrynotifications.reload.watch;

import com.google.common.collect.Sets;
import dev.registrynotifications.reload.watch.Snapshot.Seen;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Decides when the files of the configuration have changed: when two looks in a row show the same,
 * and something else than when they were read. One that is half written, or of two that belong
 * together only one, is left to come to rest. Confined to the config thread.
 *
 * <p>A file is read for its digest only while it doesn't look from outside as it did when it was
 * read last: a look costs next to nothing as long as nothing changes.
 */
public final class FileWatch {

  private final FileLooks looks;
  private Set<Path> files = Set.of();
  private Optional<Snapshot> last = Optional.empty();
  private Optional<Snapshot> read = Optional.empty();

  FileWatch(FileLooks looks) {
    this.looks = looks;
  }

  /** Watches no file so far, of those that the operating system has. */
  public static FileWatch ofOperatingSystem() {
    return new FileWatch(new DiskLooks());
  }

  /** Looks at the files. Returns whether they are to be read: changed, and at rest. */
  public boolean look() {
    Snapshot now = snapshot();
    boolean rests = last.filter(now::equals).isPresent();
    last = Optional.of(now);
    if (!rests || !now.isRepeatable()) {
      return false;
    }
    if (read.filter(now::holdsSameAs).isPresent()) {
      read = last;
      return false;
    }
    return true;
  }

  private Snapshot snapshot() {
    Map<Path, Seen> seen = new HashMap<>();
    files.forEach(file -> seen.put(file, see(file)));
    return new Snapshot(seen);
  }

  private Seen see(Path file) {
    FileStamp stamp = looks.stamp(file);
    return read.flatMap(known -> known.find(file, stamp))
        .orElseGet(() -> new Seen(stamp, stamp.isPresent() ? looks.digest(file) : ""));
  }

  /**
   * Takes note that the configuration was read from these files, which are watched from now on. If
   * nobody has looked at one of them before, they are read once more when they are at rest: what
   * was in it may have been half written.
   *
   * @param whole whether there may be no others; after a mistake those that were named before stay
   * @return whether all of them had been looked at before
   */
  public boolean hasRead(Set<Path> opened, boolean whole) {
    boolean known = files.containsAll(opened);
    files = whole ? Set.copyOf(opened) : Set.copyOf(Sets.union(files, opened));
    read = known ? last.map(seen -> seen.only(files)) : Optional.empty();
    last = read;
    return known;
  }

  /** Whether what was read can be read once more: not if it came from a pipe. */
  public boolean canBeReadAgain() {
    return files.stream().map(looks::stamp).noneMatch(FileStamp.STREAM::equals);
  }
}
