package dev.registrynotifications.endpoint;

import dev.registrynotifications.journal.Cursor;
import dev.registrynotifications.journal.DeadLetter;
import dev.registrynotifications.journal.EventLog;
import dev.registrynotifications.journal.ReplayStart;
import dev.registrynotifications.metrics.EndpointOperations;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.List;
import java.util.Optional;

/**
 * What an operator does with an endpoint. For any thread; nothing here waits for the endpoint.
 *
 * @param courier told when there is something to do
 */
record Operations(
    String endpoint,
    EventLog log,
    EndpointSubscriber subscriber,
    Intake intake,
    DeadLetterOffice office,
    Courier courier)
    implements EndpointOperations {

  private static final Logger LOGGER = System.getLogger(Operations.class.getName());

  /** Goes on with what was replayed when the process ended. */
  void resumeReplay() {
    Optional<Cursor> unfinished = log.unfinishedReplay(endpoint, subscriber.forReplay());
    if (unfinished.isPresent()) {
      begin(unfinished.get());
      LOGGER.log(Level.INFO, "Endpoint {0} goes on with a replay from before", endpoint);
    }
  }

  @Override
  public void replay(ReplayStart start) {
    begin(log.replay(endpoint, start, subscriber.forReplay()));
    LOGGER.log(Level.INFO, "Endpoint {0} is sent again what the journal has: {1}", endpoint, start);
    courier.hurry();
  }

  private void begin(Cursor replay) {
    subscriber.stats().recordReplaying(true);
    intake.replay(replay);
  }

  /** What happens to events that are pending when the endpoint stops, for people. */
  String whatBecomesOfPending() {
    return log.survivesStop()
        ? "stay in the journal and go out after the next start"
        : "are lost: the journal is in memory";
  }

  @Override
  public void resume() {
    courier.resume();
  }

  @Override
  public int countDeadLetters() {
    return office.letters().count();
  }

  @Override
  public List<DeadLetter> listDeadLetters(int most) {
    return office.letters().list(Math.max(0, most));
  }

  @Override
  public boolean redrive(long sequence) {
    boolean known = office.letters().find(sequence).isPresent();
    if (known) {
      intake.redrive(sequence);
      courier.hurry();
    }
    return known;
  }

  @Override
  public int redriveAll() {
    List<Long> sequences = office.letters().sequences();
    sequences.forEach(intake::redrive);
    courier.hurry();
    LOGGER.log(
        Level.INFO,
        "Endpoint {0} is sent all {1} dead letters again",
        endpoint,
        Integer.toString(sequences.size()));
    return sequences.size();
  }

  @Override
  public int purge() {
    int purged = office.letters().purge();
    LOGGER.log(
        Level.INFO,
        "The {0} dead letters of endpoint {1} were thrown away",
        Integer.toString(purged),
        endpoint);
    return purged;
  }
}
