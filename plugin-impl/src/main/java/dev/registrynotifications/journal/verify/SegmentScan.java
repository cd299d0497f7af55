package dev.registrynotifications.journal.verify;

import dev.registrynotifications.journal.segment.DamageListener;
import dev.registrynotifications.journal.segment.RecordView;
import dev.registrynotifications.journal.segment.SegmentSummary;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What was seen of a segment so far. A file may be wrecked in a million places: only the first ones
 * are kept. Confined to one thread.
 */
final class SegmentScan implements DamageListener {

  private static final int MAX_KEPT = 100;

  private final List<Damage> first = new ArrayList<>();
  private SegmentSummary contents = SegmentSummary.EMPTY;
  private @Nullable Damage last;
  private long places;

  void note(RecordView record, long end) {
    contents = contents.plus(record.sequence(), record.time(), end);
  }

  @Override
  public void onDamage(Path file, long offset, long bytes) {
    last = new Damage(offset, bytes);
    places++;
    if (first.size() < MAX_KEPT) {
      first.add(last);
    }
  }

  SegmentSummary contents() {
    return contents;
  }

  /** What lies behind the last intact record; empty if nothing does. */
  Optional<Damage> tail() {
    return Optional.ofNullable(last).filter(damage -> damage.offset() == contents.end());
  }

  /** How many damaged places there are, the tail among them. */
  long places() {
    return places;
  }

  /** The first of them, but not that one. */
  List<Damage> damagesBut(Optional<Damage> excused) {
    return first.stream().filter(damage -> !excused.equals(Optional.of(damage))).toList();
  }
}
