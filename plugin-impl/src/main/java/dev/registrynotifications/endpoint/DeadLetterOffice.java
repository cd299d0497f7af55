package dev.registrynotifications.endpoint;

import dev.registrynotifications.endpoint.lane.Parcel;
import dev.registrynotifications.endpoint.lane.Verdict;
import dev.registrynotifications.journal.DeadLetter;
import dev.registrynotifications.journal.DeadLetters;
import dev.registrynotifications.journal.LoggedEvent;
import dev.registrynotifications.management.EndpointMXBean;
import dev.registrynotifications.metrics.Announcements;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;

/** Keeps the events that an endpoint rejects, and gives them out again. */
record DeadLetterOffice(
    String endpoint, DeadLetters letters, InstantSource clock, Announcements announcements) {

  private static final Logger LOGGER = System.getLogger(DeadLetterOffice.class.getName());

  void keep(LoggedEvent event, Verdict.GivenUp why) {
    letters.add(new DeadLetter(event, clock.instant(), why.attempts(), why.status(), why.reason()));
    LOGGER.log(
        Level.WARNING,
        "Endpoint {0} doesn''t take event {1} ({2} of {3}): {4}; it is a dead letter now",
        endpoint,
        Long.toString(event.sequence()),
        event.key().action().word(),
        event.key().repository(),
        why.reason());
    announcements.announce(
        EndpointMXBean.DEAD_LETTERED,
        "Endpoint %s doesn't take event %d: %s; it is a dead letter now"
            .formatted(endpoint, event.sequence(), why.reason()));
  }

  /**
   * A letter on its way once more; empty if there is none of that sequence any longer.
   *
   * @param ended told when that way has ended, one way or the other
   */
  Optional<Parcel> parcel(long sequence, Runnable ended) {
    return letters
        .find(sequence)
        .map(letter -> new RedrivenParcel(letter.event(), now(), this, ended));
  }

  Instant now() {
    return clock.instant();
  }

  void close() {
    letters.close();
  }

  /** A dead letter that is tried once more; it stays one until it is delivered. */
  private record RedrivenParcel(
      LoggedEvent event, Instant since, DeadLetterOffice office, Runnable ended) implements Parcel {

    @Override
    public boolean isReplayed() {
      return true;
    }

    @Override
    public void delivered() {
      office.letters.remove(event.sequence());
      ended.run();
    }

    @Override
    public void givenUp(Verdict.GivenUp why) {
      // First: whoever is told of it may want it to be sent once more at once.
      ended.run();
      office.keep(event, why);
    }
  }
}
