package dev.registrynotifications.journal.verify;

import static java.util.Objects.requireNonNull;

import dev.registrynotifications.journal.cursor.CursorSlots.Slot;
import java.util.List;
import java.util.Optional;

/**
 * What the file of an endpoint's place is like.
 *
 * @param file its name
 * @param slots how its two slots are; none if it couldn't be read
 * @param place where the endpoint is; empty if neither slot is good
 * @param trouble why it couldn't be read; empty if it could
 */
public record CursorFindings(
    String file, List<Slot> slots, Optional<Place> place, Optional<String> trouble) {

  /** Copies the list. */
  public CursorFindings {
    requireNonNull(file, "file");
    slots = List.copyOf(slots);
    requireNonNull(place, "place");
    requireNonNull(trouble, "trouble");
  }

  /** One that couldn't be read at all. */
  static CursorFindings unreadable(String file, String trouble) {
    return new CursorFindings(file, List.of(), Optional.empty(), Optional.of(trouble));
  }

  /** Whether a slot is damaged, or nothing is known of the place. */
  public boolean isDamaged() {
    return slots.contains(Slot.DAMAGED) || place.isEmpty();
  }

  /**
   * Where an endpoint is.
   *
   * @param base everything up to this sequence is done with
   * @param doneBeyondBase how many events behind it are, too
   * @param behind how many sequences there are until the end of the log, or of the replay, that
   *     aren't done with: not all of them need be for this endpoint
   */
  public record Place(long base, long doneBeyondBase, long behind) {}
}
