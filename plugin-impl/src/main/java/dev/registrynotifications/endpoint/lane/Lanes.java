package dev.registrynotifications.endpoint.lane;

import dev.registrynotifications.config.BatchConfig;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * What waits for an endpoint, a lane for each repository: a lane of which something is under way,
 * or failed and rests, is held, and the others go on. Guarded by the courier.
 *
 * <p>Rejected: lanes by the hash of the repository's name, as partitions of a log have them. They
 * are bounded without counting, but then repositories that have nothing to do with each other share
 * the fate of a lane.
 */
final class Lanes {

  private final Map<String, Lane> lanes = new HashMap<>();
  private final TreeSet<Lane> ready = new TreeSet<>(Comparator.comparingLong(Lane::turn));
  private final TreeSet<Parked> parked =
      new TreeSet<>(Comparator.comparing(Parked::due).thenComparing(Parked::number));
  private long arrivals;
  private int readyItems;
  private long readyBytes;
  private long bytes;

  /** A batch that rests until its time has come. */
  private record Parked(Batch batch, Duration due) {

    long number() {
      return batch.items().get(0).number();
    }
  }

  void add(Parcel parcel, Duration now) {
    Item item = new Item(parcel, ++arrivals, now, false);
    bytes += item.bytes();
    Lane lane = lanes.computeIfAbsent(parcel.repository(), unused -> new Lane());
    lane.add(item);
    if (!lane.isHeld()) {
      readyItems++;
      readyBytes += item.bytes();
      ready.add(lane);
    }
  }

  /** How many parcels could be sent now. */
  int ready() {
    return readyItems;
  }

  /** Whether what could be sent now fills a batch. */
  boolean fill(BatchConfig limits) {
    return readyItems >= limits.maxEvents() || readyBytes >= limits.maxBytes();
  }

  /** Since when the first of them is here. */
  Optional<Duration> readySince() {
    return ready.isEmpty() ? Optional.empty() : Optional.of(ready.first().head().since());
  }

  /** When the first batch has rested. */
  Optional<Duration> parkedUntil() {
    return parked.isEmpty() ? Optional.empty() : Optional.of(parked.first().due());
  }

  /** How many batches rest. */
  int parked() {
    return parked.size();
  }

  /** What all parcels here weigh, those under way included. */
  long bytes() {
    return bytes;
  }

  boolean isEmpty() {
    return lanes.isEmpty();
  }

  /** Lets nothing rest any longer. */
  void hasten(Duration now) {
    List<Parked> all = List.copyOf(parked);
    parked.clear();
    all.forEach(one -> parked.add(new Parked(one.batch(), now)));
  }

  /** Takes the batch that failed and has waited longest, whether it has rested or not. */
  Optional<Batch> takeOldestParked() {
    Optional<Parked> oldest = parked.stream().min(Comparator.comparingLong(Parked::number));
    oldest.ifPresent(parked::remove);
    return oldest.map(Parked::batch);
  }

  /** Takes the batch that has rested longest. There must be one. */
  Batch takeParked() {
    return parked.pollFirst().batch();
  }

  /** Makes a batch of what has waited longest, and holds its lanes. Something must be ready. */
  Batch takeReady(BatchConfig limits) {
    List<Item> items = new ArrayList<>();
    Set<Lane> touched = new HashSet<>();
    long room = limits.maxBytes();
    while (!ready.isEmpty() && items.size() < limits.maxEvents()) {
      Item next = ready.first().head();
      boolean fits = items.isEmpty() || (next.bytes() <= room && next.goesWith(items.get(0)));
      if (!fits) {
        break;
      }
      touched.add(takeHead());
      items.add(next);
      room -= next.bytes();
    }
    touched.forEach(this::hold);
    return Batch.unsent(items);
  }

  private Lane takeHead() {
    Lane lane = ready.pollFirst();
    Item taken = lane.take();
    readyItems--;
    readyBytes -= taken.bytes();
    if (!lane.isEmpty()) {
      ready.add(lane);
    }
    return lane;
  }

  private void hold(Lane lane) {
    lane.hold(true);
    if (!lane.isEmpty()) {
      ready.remove(lane);
      readyItems -= lane.size();
      readyBytes -= lane.bytes();
    }
  }

  /** Lets a batch rest. Its lanes stay held. */
  void park(Batch batch, Duration due) {
    parked.add(new Parked(batch, due));
  }

  /** A batch is done with: its lanes go on. */
  void release(Batch batch) {
    batch.items().forEach(item -> bytes -= item.bytes());
    free(batch);
  }

  /** Its parcels go to the heads of their lanes again, to be sent one by one. */
  void split(Batch batch) {
    for (int i = batch.items().size() - 1; i >= 0; i--) {
      Item item = batch.items().get(i);
      lane(item.parcel().repository()).putBack(item.byItself());
    }
    free(batch);
  }

  private void free(Batch batch) {
    for (String repository : batch.repositories()) {
      Lane lane = lane(repository);
      lane.hold(false);
      if (lane.isEmpty()) {
        lanes.remove(repository);
      } else {
        ready.add(lane);
        readyItems += lane.size();
        readyBytes += lane.bytes();
      }
    }
  }

  private Lane lane(String repository) {
    return lanes.computeIfAbsent(repository, unused -> new Lane());
  }
}
