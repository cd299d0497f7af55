package dev.registrynotifications.journal.file;

import dev.registrynotifications.journal.segment.DamageListener;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.nio.file.Path;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.LongAdder;

/** Counts and logs damaged places, each once, however many cursors pass it. */
final class Damages implements DamageListener {

  private static final Logger LOGGER = System.getLogger(Damages.class.getName());

  /** Beyond so many, one is counted each time it is passed. */
  private static final int MAX_REMEMBERED = 10_000;

  private final Set<Place> known = ConcurrentHashMap.newKeySet();
  private final LongAdder count = new LongAdder();

  @Override
  public void onDamage(Path file, long offset, long bytes) {
    Place place = new Place(file, offset);
    boolean isNew = known.size() >= MAX_REMEMBERED ? !known.contains(place) : known.add(place);
    if (isNew) {
      count.increment();
      LOGGER.log(
          Level.ERROR,
          "The journal''s file {0} is damaged: {1} bytes from byte {2} on are no events any more"
              + " and are passed over",
          file,
          Long.toString(bytes),
          Long.toString(offset));
    }
  }

  long count() {
    return count.sum();
  }

  private record Place(Path file, long offset) {}
}
