package dev.registrynotifications.journal.cursor;

import dev.registrynotifications.journal.LoggedEvent;
import dev.registrynotifications.journal.segment.Disk;
import dev.registrynotifications.journal.segment.FileNames;
import java.io.IOException;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** All cursors and replays of a log, by the names of their files. Safe for several threads. */
public final class CursorDirectory {

  /** A cursor that stays. */
  public static final String LIVE = ".cursor";

  /** A cursor with an end. */
  public static final String REPLAY = ".replay";

  private static final Logger LOGGER = System.getLogger(CursorDirectory.class.getName());

  private final Disk disk;
  private final Path directory;
  private final Map<String, CursorPlace> places = new ConcurrentHashMap<>();

  private CursorDirectory(Disk disk, Path directory) {
    this.disk = disk;
    this.directory = directory;
  }

  /**
   * Reads what is there.
   *
   * @param oldest the oldest sequence that the log has: where a cursor begins whose file is damaged
   */
  public static CursorDirectory open(Disk disk, Path directory, long oldest) throws IOException {
    CursorDirectory cursors = new CursorDirectory(disk, directory);
    for (Path file : files(directory)) {
      cursors.load(file, oldest);
    }
    return cursors;
  }

  private static List<Path> files(Path directory) throws IOException {
    try (Stream<Path> files = Files.list(directory)) {
      return files.filter(file -> isCursor(file.toString())).toList();
    }
  }

  private static boolean isCursor(String file) {
    return file.endsWith(LIVE) || file.endsWith(REPLAY);
  }

  private void load(Path path, long oldest) throws IOException {
    String name = String.valueOf(path.getFileName());
    CursorFile file = CursorFile.open(disk, path);
    Optional<CursorState> state = file.read();
    if (state.isEmpty() && name.endsWith(REPLAY)) {
      LOGGER.log(Level.WARNING, "The replay in {0} is damaged and given up", path);
      file.delete();
      return;
    }
    if (state.isEmpty()) {
      LOGGER.log(
          Level.WARNING,
          "The cursor in {0} is damaged: it begins at the oldest event that the journal has, so"
              + " that its endpoint gets some events again",
          path);
    }
    long base = Math.max(0, oldest - 1);
    CursorState beginning = CursorState.begin(base, base == 0 ? 0 : LoggedEvent.UNKNOWN);
    String shownName = name.substring(0, name.lastIndexOf('.'));
    places.put(name, new CursorPlace(shownName, file, state.orElse(beginning)));
  }

  /** The place with that name, if it is known. */
  private Optional<CursorPlace> find(String name, String kind) {
    return Optional.ofNullable(places.get(FileNames.encode(name) + kind));
  }

  /** The same, unless nobody has used it since before that time: then it is forgotten. */
  public Optional<CursorPlace> find(String name, String kind, long unusedSince) throws IOException {
    Optional<CursorPlace> known = find(name, kind);
    if (known.isPresent() && known.get().isForgottenSince(unusedSince)) {
      forget(known.get());
      return Optional.empty();
    }
    return known;
  }

  /** Makes a place. */
  public CursorPlace create(String name, String kind, CursorState state) throws IOException {
    String fileName = FileNames.encode(name) + kind;
    CursorFile file = CursorFile.create(disk, directory.resolve(fileName), state);
    CursorPlace place = new CursorPlace(name, file, state);
    places.put(fileName, place);
    return place;
  }

  public List<CursorPlace> all() {
    return List.copyOf(places.values());
  }

  /** The highest sequence that a cursor is done with. */
  public long lastSequence() {
    return places.values().stream()
        .mapToLong(place -> place.base() + place.ackedBeyondBase().length())
        .max()
        .orElse(0);
  }

  /** Notes that cursors of other names aren't in use. */
  public void retain(Set<String> names, long now) {
    Set<String> used =
        names.stream()
            .map(FileNames::encode)
            .flatMap(name -> Stream.of(name + LIVE, name + REPLAY))
            .collect(Collectors.toSet());
    places.forEach(
        (fileName, place) -> {
          if (used.contains(fileName)) {
            place.keep();
          } else {
            place.detach(now);
          }
        });
  }

  /** Forgets those that nobody has used since before that time, in milliseconds since 1970. */
  public void forgetUnusedSince(long time) throws IOException {
    for (CursorPlace place : all()) {
      if (place.deleteIfForgottenSince(time)) {
        places.values().remove(place);
        LOGGER.log(
            Level.INFO, "The journal forgets {0}: nobody has used it for long", place.name());
      }
    }
  }

  /** Forgets a place, and deletes its file. */
  public void forget(CursorPlace place) throws IOException {
    places.values().remove(place);
    place.delete();
  }

  /** Writes down what isn't yet. */
  public void persist() {
    places.values().forEach(CursorPlace::persist);
  }

  /** Writes everything down and closes the files. */
  public void close() throws IOException {
    for (CursorPlace place : all()) {
      place.release();
    }
  }
}
