package dev.registrynotifications.reload;

import dev.registrynotifications.metrics.EndpointStats;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What has become of a plan, told as it comes about, for people. Confined to the thread that
 * carries the plan out.
 */
final class Applied {

  private final boolean refused;
  private final List<String> lines = new ArrayList<>();
  private final List<String> problems = new ArrayList<>();
  private @Nullable Throwable mistake;

  private Applied(boolean refused) {
    this.refused = refused;
  }

  /** Nothing has happened so far. */
  static Applied begun() {
    return new Applied(false);
  }

  /** Nothing will happen. */
  static Applied refused(List<String> problems) {
    Applied applied = new Applied(true);
    applied.problems.addAll(problems);
    return applied;
  }

  /** Something went wrong that nobody expected. */
  static Applied broken(Throwable failure) {
    Applied applied = begun();
    applied.tellBroken(failure);
    return applied;
  }

  /** Whether nothing was changed, because of the problems. */
  boolean isRefused() {
    return refused;
  }

  /** What was changed. */
  List<String> lines() {
    return List.copyOf(lines);
  }

  /** What couldn't be. */
  List<String> problems() {
    return List.copyOf(problems);
  }

  /** What nobody expected to go wrong. */
  Optional<Throwable> mistake() {
    return Optional.ofNullable(mistake);
  }

  /** Whether what is left to do may be done later. */
  boolean isUnfinished() {
    return !refused && !problems.isEmpty();
  }

  /** Something went wrong that nobody expected. Of several the first one tells the most. */
  void tellBroken(Throwable failure) {
    mistake = mistake == null ? failure : mistake;
    String problem = "Could not put it into force: " + Preparation.reason(failure);
    if (!problems.contains(problem)) {
      problems.add(problem);
    }
  }

  void tellAdded(Slot slot) {
    lines.add(
        "Endpoint %s at %s is added; %s"
            .formatted(slot.name(), slot.endpoint().displayUrl(), pending(slot)));
  }

  /** Which keys, but not what they say: that may be secret. None if it only stood still. */
  void tellChanged(Slot slot, List<String> keys) {
    String what =
        keys.isEmpty() ? "goes on as before" : "has changed (" + String.join(", ", keys) + ")";
    String paused = slot.wasPaused() ? "; it stays paused" : "";
    lines.add("Endpoint %s %s; %s%s".formatted(slot.name(), what, pending(slot), paused));
  }

  void tellRemoved(Slot slot, boolean kept) {
    lines.add(removed(slot, kept));
  }

  /** Says that an endpoint is removed, and what becomes of what is pending. */
  static String removed(Slot slot, boolean kept) {
    String fate = kept ? ", which wait in the journal for its return" : ", which are lost";
    boolean any = slot.endpoint().stats().getPending() > 0;
    return "Endpoint %s is removed; %s%s".formatted(slot.name(), pending(slot), any ? fate : "");
  }

  private static String pending(Slot slot) {
    EndpointStats stats = slot.endpoint().stats();
    return (stats.isPendingExact() ? "" : "at least ") + stats.getPending() + " pending";
  }

  void tellNotAdded(String name, String why) {
    problems.add("Could not add endpoint " + name + ": " + why);
  }

  void tellStandsStill(String name, String why) {
    problems.add("Endpoint " + name + " stands still, and its events wait in the journal: " + why);
  }
}
