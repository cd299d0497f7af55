package dev.registrynotifications.journal.cursor;

import dev.registrynotifications.journal.cursor.CursorState.Generation;
import dev.registrynotifications.journal.segment.Disk;
import dev.registrynotifications.journal.segment.JournalFile;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Both slots of a cursor's file, for those who only look: {@link CursorDirectory} opens the file to
 * write to it, and deletes a damaged replay.
 *
 * @param slots how the two are, in their order
 * @param newest the state that counts; empty if neither slot is good
 */
public record CursorSlots(List<Slot> slots, Optional<CursorState> newest) {

  /** Copies the list. */
  public CursorSlots {
    slots = List.copyOf(slots);
  }

  /** Reads a file, which may be written to meanwhile. */
  public static CursorSlots read(Disk disk, Path path) throws IOException {
    try (JournalFile file = disk.openToRead(path)) {
      return of(CursorFile.slot(file, 0), CursorFile.slot(file, 1));
    }
  }

  private static CursorSlots of(byte[] first, byte[] second) {
    Optional<CursorState> newest =
        Stream.of(first, second)
            .map(CursorState::decode)
            .flatMap(Optional::stream)
            .max(Comparator.comparingLong(Generation::number))
            .map(Generation::state);
    return new CursorSlots(List.of(slot(first), slot(second)), newest);
  }

  private static Slot slot(byte[] bytes) {
    if (CursorState.decode(bytes).isPresent()) {
      return Slot.GOOD;
    }
    for (byte b : bytes) {
      if (b != 0) {
        return Slot.DAMAGED;
      }
    }
    return Slot.EMPTY;
  }

  /** How one slot is. */
  public enum Slot {
    /** It holds a state. */
    GOOD,

    /** Nothing was written to it yet. */
    EMPTY,

    /** It doesn't hold what was written to it. */
    DAMAGED
  }
}
