package dev.registrynotifications.endpoint;

import dev.registrynotifications.journal.Cursor;
import dev.registrynotifications.journal.DeadLetter;
import dev.registrynotifications.journal.EventLog;
import dev.registrynotifications.journal.ReplayStart;
import dev.registrynotifications.metrics.EndpointOperations;
import java.util.List;

/**
 * What an operator does with an endpoint. For any thread; nothing here waits for the endpoint.
 *
 * @param wake says that there is something to carry
 */
record Operations(
    String endpoint,
    EventLog log,
    EndpointSubscriber subscriber,
    Intake intake,
    DeadLetterOffice office,
    Runnable wake)
    implements EndpointOperations {

  /** Goes on with what was replayed when the process ended. */
  void resumeReplay() {
    log.unfinishedReplay(endpoint, subscriber.forReplay()).ifPresent(this::begin);
  }

  @Override
  public void replay(ReplayStart start) {
    begin(log.replay(endpoint, start, subscriber.forReplay()));
    wake.run();
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
      wake.run();
    }
    return known;
  }

  @Override
  public int redriveAll() {
    List<Long> sequences = office.letters().sequences();
    sequences.forEach(intake::redrive);
    wake.run();
    return sequences.size();
  }

  @Override
  public int purge() {
    return office.letters().purge();
  }
}
