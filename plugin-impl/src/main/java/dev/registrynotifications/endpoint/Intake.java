package dev.registrynotifications.endpoint;

import dev.registrynotifications.endpoint.lane.Parcel;
import dev.registrynotifications.endpoint.lane.Verdict;
import dev.registrynotifications.journal.Cursor;
import dev.registrynotifications.journal.LoggedEvent;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Iterator;
import java.util.Optional;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Where a courier gets events from: live ones, replayed ones and redriven dead letters, in turn, so
 * that none of them waits for the others' end. Guarded by the courier, but for {@link #replay} and
 * {@link #redrive}.
 */
final class Intake implements AutoCloseable {

  private final Cursor live;
  private final EndpointSubscriber subscriber;
  private final DeadLetterOffice office;
  private final Queue<Cursor> newReplays = new ConcurrentLinkedQueue<>();
  private final Queue<Long> redrives = new ConcurrentLinkedQueue<>();

  /** The letters that are to go out or have, without an end so far. */
  private final Set<Long> redriven = ConcurrentHashMap.newKeySet();

  private final ArrayDeque<Supplier<Optional<Parcel>>> turns = new ArrayDeque<>();
  private @Nullable Cursor replay;
  private boolean cancelled;

  Intake(Cursor live, EndpointSubscriber subscriber, DeadLetterOffice office) {
    this.live = live;
    this.subscriber = subscriber;
    this.office = office;
    turns.add(this::nextLive);
    turns.add(this::nextReplayed);
    turns.add(this::nextRedriven);
  }

  /** Sends what that cursor gives, too, until it is finished. For any thread. */
  void replay(Cursor cursor) {
    newReplays.add(cursor);
  }

  /** Sends a dead letter once more, unless it is on its way already. For any thread. */
  void redrive(long sequence) {
    if (redriven.add(sequence)) {
      redrives.add(sequence);
    }
  }

  /** Takes no more from the replay that is under way, if there is one. */
  void cancelReplay() {
    Cursor current = currentReplay();
    if (current != null) {
      current.cutOff();
      cancelled = true;
    }
  }

  /** What is to be sent next; empty if there is nothing at the moment. */
  Optional<Parcel> next() {
    for (int i = 0; i < turns.size(); i++) {
      Supplier<Optional<Parcel>> turn = turns.remove();
      turns.add(turn);
      Optional<Parcel> parcel = turn.get();
      if (parcel.isPresent()) {
        return parcel;
      }
    }
    return Optional.empty();
  }

  /** Writes down what became of parcels; until then a crash has them sent once more. */
  void commit() {
    live.commit();
    if (replay != null) {
      replay.commit();
    }
  }

  /** Whether new events wait for an old one to be done with. */
  boolean isFull() {
    return live.isFull();
  }

  private Optional<Parcel> nextLive() {
    Optional<LoggedEvent> next = live.next();
    if (next.isEmpty()) {
      subscriber.caughtUp();
    }
    return next.map(event -> new LiveParcel(event, live, subscriber, office));
  }

  private Optional<Parcel> nextReplayed() {
    for (Cursor cursor = currentReplay(); cursor != null; cursor = currentReplay()) {
      Cursor current = cursor;
      Optional<LoggedEvent> next = current.next();
      if (next.isPresent() || !current.isFinished()) {
        return next.map(event -> replayed(event, current));
      }
      end(current);
    }
    return Optional.empty();
  }

  /** Told only then: whoever hears of it may begin another replay. */
  private void end(Cursor finished) {
    replay = null;
    try {
      finished.close();
    } finally {
      subscriber.replayed(!cancelled);
    }
  }

  private Parcel replayed(LoggedEvent event, Cursor cursor) {
    return new ReplayedParcel(event, office.now(), cursor, subscriber, office);
  }

  private @Nullable Cursor currentReplay() {
    if (replay == null) {
      replay = newReplays.poll();
      cancelled = false;
    }
    return replay;
  }

  private Optional<Parcel> nextRedriven() {
    for (Long next = redrives.poll(); next != null; next = redrives.poll()) {
      Optional<Parcel> parcel = redriven(next);
      if (parcel.isPresent()) {
        return parcel;
      }
      redriven.remove(next);
    }
    return Optional.empty();
  }

  /** One that can't be read stays a letter, which may be redriven once more. */
  private Optional<Parcel> redriven(long sequence) {
    try {
      return office.parcel(sequence, () -> redriven.remove(sequence));
    } catch (RuntimeException e) {
      redriven.remove(sequence);
      throw e;
    }
  }

  @Override
  public void close() {
    live.close();
    if (replay != null) {
      replay.close();
    }
    Iterator<Cursor> waiting = newReplays.iterator();
    waiting.forEachRemaining(Cursor::close);
    office.close();
  }

  /** An event on its first way. */
  private record LiveParcel(
      LoggedEvent event, Cursor cursor, EndpointSubscriber subscriber, DeadLetterOffice office)
      implements Parcel {

    @Override
    public boolean isReplayed() {
      return false;
    }

    @Override
    public Instant since() {
      return event.time();
    }

    @Override
    public void delivered() {
      cursor.ackLater(event.sequence());
      subscriber.stats().recordDelivered(Duration.between(event.time(), office.now()));
    }

    @Override
    public void givenUp(Verdict.GivenUp why) {
      office.keep(event, why);
      cursor.ack(event.sequence());
      subscriber.stats().recordDeadLettered();
    }
  }

  /** An event of a replay. */
  private record ReplayedParcel(
      LoggedEvent event,
      Instant since,
      Cursor cursor,
      EndpointSubscriber subscriber,
      DeadLetterOffice office)
      implements Parcel {

    @Override
    public boolean isReplayed() {
      return true;
    }

    @Override
    public Instant since() {
      return since;
    }

    @Override
    public void delivered() {
      cursor.ackLater(event.sequence());
      subscriber.stats().recordReplayed();
    }

    @Override
    public void givenUp(Verdict.GivenUp why) {
      office.keep(event, why);
      cursor.ack(event.sequence());
    }
  }
}
