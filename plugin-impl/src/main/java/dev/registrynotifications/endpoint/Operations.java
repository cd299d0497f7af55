package dev.registrynotifications.endpoint;

import dev.registrynotifications.journal.Cursor;
import dev.registrynotifications.journal.DeadLetter;
import dev.registrynotifications.journal.EventLog;
import dev.registrynotifications.journal.ReplayStart;
import dev.registrynotifications.metrics.Attempt;
import dev.registrynotifications.metrics.EndpointOperations;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.LongSupplier;
import java.util.function.Supplier;

/**
 * What an operator does with an endpoint. For any thread; nothing here waits for the endpoint but
 * {@link #ping} and {@link #skip}.
 *
 * @param courier told when there is something to do
 */
record Operations(
    String endpoint,
    EventLog log,
    EndpointSubscriber subscriber,
    Intake intake,
    DeadLetterOffice office,
    Courier courier,
    Pinger pinger)
    implements EndpointOperations {

  private static final Logger LOGGER = System.getLogger(Operations.class.getName());

  /** How long an operator waits for a courier whose request is under way. */
  private static final Duration PATIENCE = Duration.ofSeconds(10);

  /** Goes on with what was replayed when the process ended, or another one left this place. */
  void resumeReplay() {
    Optional<Cursor> unfinished = log.unfinishedReplay(endpoint, subscriber.forReplay());
    // The one before may have left with its replay's last event done, and nobody has said so.
    subscriber.stats().recordReplayAtStart(unfinished.isPresent());
    if (unfinished.isPresent()) {
      intake.replay(unfinished.get());
      LOGGER.log(Level.INFO, "Endpoint {0} goes on with a replay from before", endpoint);
    }
  }

  @Override
  public void replay(ReplayStart start) {
    Cursor replay = log.replay(endpoint, start, subscriber.forReplay());
    subscriber.stats().recordReplayBegun();
    intake.replay(replay);
    LOGGER.log(Level.INFO, "Endpoint {0} is sent again what the journal has: {1}", endpoint, start);
    courier.hurry();
  }

  /** What happens to events that are pending when the endpoint stops, for people. */
  String whatBecomesOfPending() {
    return log.survivesStop()
        ? "stay in the journal and go out after the next start"
        : "are lost: the journal is in memory";
  }

  @Override
  public boolean cancelReplay() {
    boolean underWay = subscriber.stats().isReplaying();
    if (underWay) {
      courier.order(Dispatch::cancelReplay);
    }
    return underWay;
  }

  @Override
  public void pause() {
    courier.order(Dispatch::pause);
  }

  @Override
  public void resume() {
    courier.order(Dispatch::resume);
  }

  @Override
  public void retryNow() {
    courier.order(Dispatch::retryNow);
  }

  @Override
  public Attempt ping() {
    return pinger.ping();
  }

  @Override
  public LongSupplier orderSkip() {
    CompletableFuture<OptionalLong> skipped = new CompletableFuture<>();
    courier.order(dispatch -> complete(skipped, dispatch::skip));
    return () ->
        await(skipped)
            .orElseThrow(
                () ->
                    couldNotSkip(
                        "nothing is pending, or it is being sent at the moment: try again"));
  }

  private static <T> void complete(CompletableFuture<T> future, Supplier<T> work) {
    try {
      future.complete(work.get());
    } catch (RuntimeException e) {
      future.completeExceptionally(e);
    }
  }

  private OptionalLong await(CompletableFuture<OptionalLong> skipped) {
    try {
      return skipped.get(PATIENCE.toSeconds(), TimeUnit.SECONDS);
    } catch (TimeoutException e) {
      throw couldNotSkip(
          "it is still sending, or has stopped; as soon as it can it skips the oldest event");
    } catch (ExecutionException e) {
      throw couldNotSkip(String.valueOf(e.getCause()));
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw couldNotSkip("interrupted");
    }
  }

  private IllegalStateException couldNotSkip(String why) {
    return new IllegalStateException("Could not skip an event of " + endpoint + ": " + why);
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
  public Optional<DeadLetter> findDeadLetter(long sequence) {
    return office.letters().find(sequence);
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
