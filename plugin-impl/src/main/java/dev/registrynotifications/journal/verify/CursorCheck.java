package dev.registrynotifications.journal.verify;

import dev.registrynotifications.journal.cursor.CursorDirectory;
import dev.registrynotifications.journal.cursor.CursorSlots;
import dev.registrynotifications.journal.cursor.CursorSlots.Slot;
import dev.registrynotifications.journal.cursor.CursorState;
import dev.registrynotifications.journal.segment.Disk;
import dev.registrynotifications.journal.verify.CursorFindings.Place;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Looks at where the endpoints and their replays are. */
final class CursorCheck {

  /** A slot that is being written to may look damaged, and is good a moment later. */
  private static final int LOOKS = 3;

  private final Disk disk;

  CursorCheck(Disk disk) {
    this.disk = disk;
  }

  /**
   * Checks all files of a directory, by their names; those that are gone by then are left out.
   *
   * @param end the last sequence in the log
   */
  List<CursorFindings> checkAll(Path directory, long end) throws IOException {
    List<CursorFindings> findings = new ArrayList<>();
    for (Path file : files(directory)) {
      check(file, end).ifPresent(findings::add);
    }
    return findings;
  }

  private static List<Path> files(Path directory) throws IOException {
    try (Stream<Path> files = Files.list(directory)) {
      return files.filter(file -> isCursor(file.toString())).sorted().toList();
    }
  }

  private static boolean isCursor(String file) {
    return file.endsWith(CursorDirectory.LIVE) || file.endsWith(CursorDirectory.REPLAY);
  }

  private Optional<CursorFindings> check(Path file, long end) {
    String name = String.valueOf(file.getFileName());
    try {
      CursorSlots slots = look(file);
      Optional<Place> place = slots.newest().map(state -> place(state, end));
      return Optional.of(new CursorFindings(name, slots.slots(), place, Optional.empty()));
    } catch (IOException e) {
      return Files.notExists(file)
          ? Optional.empty()
          : Optional.of(CursorFindings.unreadable(name, Trouble.of(e)));
    }
  }

  private CursorSlots look(Path file) throws IOException {
    CursorSlots slots = CursorSlots.read(disk, file);
    for (int looks = 1; looks < LOOKS && slots.slots().contains(Slot.DAMAGED); looks++) {
      slots = CursorSlots.read(disk, file);
    }
    return slots;
  }

  private static Place place(CursorState state, long end) {
    long done = state.acked().cardinality();
    long until = state.until() == CursorState.LIVE ? end : state.until();
    return new Place(state.base(), done, Math.max(0, until - state.base() - done));
  }
}
