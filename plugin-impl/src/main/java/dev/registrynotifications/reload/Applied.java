package dev.registrynotifications.reload;

import java.util.ArrayList;
import java.util.List;

/**
 * What has become of a plan.
 *
 * @param refused whether nothing was changed, because of the problems
 * @param lines what was changed, for people
 * @param problems what couldn't be, for people
 */
record Applied(boolean refused, List<String> lines, List<String> problems) {

  /** Nothing has happened so far. */
  static Applied begun() {
    return new Applied(false, new ArrayList<>(), new ArrayList<>());
  }

  /** Nothing will happen. */
  static Applied refused(List<String> problems) {
    return new Applied(true, List.of(), problems);
  }

  /** Something went wrong in between. */
  static Applied broken(String problem) {
    return new Applied(false, List.of(), List.of(problem));
  }

  /** Whether what is left to do may be done later. */
  boolean isUnfinished() {
    return !refused && !problems.isEmpty();
  }

  void tellAdded(Slot slot) {
    lines.add(
        "Endpoint %s at %s is added; %d pending"
            .formatted(slot.name(), slot.endpoint().displayUrl(), pending(slot)));
  }

  /** Which keys, but not what they say: that may be secret. None if it only stood still. */
  void tellChanged(Slot slot, List<String> keys) {
    String what =
        keys.isEmpty() ? "goes on as before" : "has changed (" + String.join(", ", keys) + ")";
    String paused = slot.wasPaused() ? "; it stays paused" : "";
    lines.add("Endpoint %s %s; %d pending%s".formatted(slot.name(), what, pending(slot), paused));
  }

  void tellRemoved(Slot slot, boolean kept) {
    long pending = pending(slot);
    String fate = kept ? ", which wait in the journal for its return" : ", which are lost";
    lines.add(
        "Endpoint %s is removed; %d pending%s"
            .formatted(slot.name(), pending, pending > 0 ? fate : ""));
  }

  private static long pending(Slot slot) {
    return slot.endpoint().stats().getPending();
  }

  void tellNotAdded(String name, String why) {
    problems.add("Could not add endpoint " + name + ": " + why);
  }

  void tellStandsStill(String name, String why) {
    problems.add("Endpoint " + name + " stands still, and its events wait in the journal: " + why);
  }
}
