package dev.registrynotifications.endpoint.lane;

import dev.registrynotifications.event.Action;
import dev.registrynotifications.journal.EventKey;
import dev.registrynotifications.journal.LoggedEvent;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** A parcel that notes what becomes of it. Its text is its sequence and repository, as in 3a. */
final class TestParcel implements Parcel {

  private final LoggedEvent event;
  private final boolean replayed;
  private final List<String> fate = new ArrayList<>();

  private TestParcel(LoggedEvent event, boolean replayed) {
    this.event = event;
    this.replayed = replayed;
  }

  static TestParcel of(long sequence, String repository) {
    return new TestParcel(event(sequence, repository, 100), false);
  }

  static TestParcel replayed(long sequence, String repository) {
    return new TestParcel(event(sequence, repository, 100), true);
  }

  static TestParcel large(long sequence, String repository, int bytes) {
    return new TestParcel(event(sequence, repository, bytes), false);
  }

  private static LoggedEvent event(long sequence, String repository, int bytes) {
    EventKey key = new EventKey(Action.PUSH, "x", repository, "");
    return new LoggedEvent(sequence, sequence - 1, Instant.EPOCH, key, new byte[bytes]);
  }

  @Override
  public LoggedEvent event() {
    return event;
  }

  @Override
  public boolean isReplayed() {
    return replayed;
  }

  @Override
  public Instant since() {
    return event.time();
  }

  @Override
  public void delivered() {
    fate.add("delivered");
  }

  @Override
  public void givenUp(Verdict.GivenUp why) {
    fate.add(why.reason());
  }

  @Override
  public String toString() {
    return event.sequence() + event.key().repository();
  }
}
