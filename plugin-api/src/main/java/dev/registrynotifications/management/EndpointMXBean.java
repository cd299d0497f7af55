package dev.registrynotifications.management;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * One endpoint: {@code dev.registrynotifications:type=Endpoint,name="…"}.
 *
 * <p>Pending, Events, Successes, Failures, Errors and Statuses count what CNCF distribution's
 * endpoint metrics of the same names count.
 *
 * <p>Emits notifications of the types {@value #OPENED}, {@value #CLOSED}, {@value #PAUSED}, {@value
 * #RESUMED}, {@value #DEAD_LETTERED} and {@value #DROPPED}.
 */
@Description("One endpoint: where events are sent, and how that goes")
public interface EndpointMXBean {

  /** So many attempts in a row failed that the endpoint is backing off now. */
  String OPENED = "dev.registrynotifications.breaker.opened";

  /** An endpoint that was backing off is delivering again. */
  String CLOSED = "dev.registrynotifications.breaker.closed";

  /** Nothing is sent any more, because of an operator or of a 410. */
  String PAUSED = "dev.registrynotifications.paused";

  /** A paused endpoint goes on. */
  String RESUMED = "dev.registrynotifications.resumed";

  /** An event was given up. */
  String DEAD_LETTERED = "dev.registrynotifications.dead-lettered";

  /** Events are lost because the journal is full; once until the endpoint has caught up. */
  String DROPPED = "dev.registrynotifications.dropped";

  /** The endpoint's name in the configuration. */
  @Description("Its name in the configuration")
  String getName();

  /** Where events are sent, without user information. */
  @Description("Where events are sent, without secrets")
  String getUrl();

  /**
   * {@code delivering}, {@code backing off}, {@code paused}, {@code waiting for the journal} or
   * {@code stopped}.
   */
  @Description("delivering, backing off, paused, waiting for the journal, or stopped")
  String getState();

  /** Since when, as ISO 8601 in UTC. */
  @Description("Since when it is in that state, as ISO 8601 in UTC")
  String getStateSince();

  /** Why, for people; empty while it is delivering. */
  @Description("Why it is in that state; empty while it is delivering")
  String getStateReason();

  /**
   * When an endpoint that is backing off is tried again, as ISO 8601 in UTC; empty in any other
   * state.
   */
  @Description(
      "When an endpoint that is backing off is tried again, as ISO 8601 in UTC; else empty")
  String getNextAttempt();

  /**
   * How many events this endpoint is to get and hasn't got yet, those from before the last start
   * included.
   */
  @Description(
      "Events that it is to get and has not got yet, those from before the last start included")
  long getPending();

  /**
   * Whether Pending is complete: after a start, what waited before is counted in the background.
   */
  @Description("Whether Pending is complete: what waited at the start is counted in the background")
  boolean isPendingExact();

  /** How long ago, in seconds, the oldest pending event was appended; 0 if there is none. */
  @Description("How long ago the oldest pending event was appended, in seconds; 0 if there is none")
  double getOldestPendingAgeSeconds();

  /** How many events came in for this endpoint. */
  @Description("Events that came in for it")
  long getEvents();

  /** How many attempts the endpoint accepted. */
  @Description("Attempts that it accepted, pings included")
  long getSuccesses();

  /** How many attempts the endpoint answered with a status that isn't success. */
  @Description("Attempts that it answered with a status that is no success, pings included")
  long getFailures();

  /** How many attempts got no answer: refused, timed out, broken off. */
  @Description("Attempts that got no answer: refused, timed out, broken off; pings included")
  long getErrors();

  /** How often each status was answered, by code and reason, for example {@code 200 OK}. */
  @Description("How often each status was answered, to pings, too")
  Map<String, Long> getStatuses();

  /** How many events the endpoint has got since the start, replayed ones not included. */
  @Description("Events that it has got, replayed ones not included")
  long getDelivered();

  /** How many attempts were made with what had been tried before in vain. */
  @Description("Attempts with what had been tried before in vain")
  long getRetried();

  /** How many deliveries the endpoint has accepted that had several events in them. */
  @Description("Accepted deliveries with several events in them")
  long getBatches();

  /** How many bytes the bodies of accepted deliveries had, pings included. */
  @Description("Bytes of the bodies of accepted deliveries, pings included")
  long getBytes();

  /** How many events weren't for this endpoint. */
  @Description("Events that were not for it")
  long getFiltered();

  /**
   * How many events were read once more, after a restart or a change of this endpoint, and not sent
   * again, because the journal knew that they were done with: delivered, or given up.
   */
  @Description(
      "Events read again after a restart or a change and not sent again, as they were done")
  long getDuplicatesAvoided();

  /**
   * How many events this endpoint will never get: the journal ran over its bounds, or they couldn't
   * be appended.
   */
  @Description("Events that it will never get: dropped by a full journal, or lost before")
  long getDropped();

  /** How many events this endpoint has refused for good since the start. */
  @Description("Events that were given up since the start")
  long getDeadLettered();

  /** How many dead letters are kept for this endpoint. */
  @Description("Dead letters that are kept")
  int getDeadLetters();

  /** How many events were sent again by replays since the start. */
  @Description("Events that replays sent again")
  long getReplayed();

  /** Whether a replay is under way. Another one can begin once none is. */
  @Description("Whether a replay is under way; another one can begin once none is")
  boolean isReplaying();

  /** How many requests are under way. */
  @Description("Requests under way")
  int getInFlight();

  /**
   * How many requests failed, and rest before they are made again. Events of their repositories
   * wait for them, others don't.
   */
  @Description("Requests that failed, and rest before they are made again")
  int getParked();

  /**
   * Whether nothing new is read from the journal until an old event is done with: it lies more than
   * 4,096 events back, or what waits behind it is more than 8 MiB.
   */
  @Description("Whether nothing new is read from the journal until an old event is done with")
  boolean isWindowFull();

  /** How long accepted attempts took, from the request to the end of its answer; pings, too. */
  @Description(
      "How long accepted attempts took in the last five minutes, in milliseconds, pings included")
  LatencyView getDeliveryLatency();

  /** How long it took from the time of an event until the endpoint had accepted it. */
  @Description(
      "How long events took from their time to acceptance, in the last five minutes, in milliseconds")
  LatencyView getEndToEndLatency();

  /** When an attempt was accepted last, be it a ping, as ISO 8601 in UTC; empty if none was. */
  @Description(
      "When an attempt was accepted last, be it a ping, as ISO 8601 in UTC; empty if none was")
  String getLastSuccess();

  /** When an attempt failed last, be it a ping, as ISO 8601 in UTC; empty if none did. */
  @Description("When an attempt failed last, be it a ping, as ISO 8601 in UTC; empty if none did")
  String getLastFailure();

  /** Why it did, for people; empty if none did. */
  @Description("Why it did; empty if none did")
  String getLastFailureReason();

  /**
   * The latest attempts, the newest first; the last 100 are known.
   *
   * @param most how many at the most
   */
  @Description("The latest attempts, the newest first, so many at the most; the last 100 are known")
  List<AttemptView> listAttempts(int most);

  /**
   * Sends nothing more until {@link #resume}, or until the next start; what is under way is ended.
   */
  @Description("Sends nothing more until it is resumed, or until the next start")
  void pause();

  /** Goes on with an endpoint that is paused, by {@link #pause} or because it answered 410. */
  @Description("Goes on with an endpoint that is paused")
  void resume();

  /** Makes the next attempt now, whatever is being waited for. A paused endpoint stays paused. */
  @Description("Makes the next attempt now, whatever is being waited for")
  void retryNow();

  /**
   * Sends one event with the action {@code ping} at once, beside what is pending and also if the
   * endpoint is paused, and waits for how that ends.
   */
  @Description(
      "Sends one event with the action ping, and waits for how that ends; it counts as an attempt")
  AttemptView ping();

  /**
   * Makes a dead letter of the oldest request that failed, with all its events; if none did, of the
   * oldest event that waits.
   *
   * @return the sequence of the event, or of the first of them
   * @throws IllegalStateException if nothing is pending, or nothing but what is under way
   */
  @Description(
      "Makes a dead letter of the oldest request that failed, or else of the oldest event that waits")
  long skip();

  /**
   * Sends again what the journal still has from that sequence on, up to the newest event of this
   * moment, beside new events. A replay goes on after a restart.
   *
   * @throws IllegalStateException if a replay is under way, or there is nothing to replay
   */
  @Description("Sends again what the journal has from that sequence on")
  void replayFrom(long sequence);

  /**
   * The same, from the first event on that was appended at that time or later.
   *
   * @param time as ISO 8601 in UTC, as in {@code 2026-11-24T08:30:00Z}
   * @throws IllegalArgumentException if it is no such time
   * @throws IllegalStateException if a replay is under way, or there is nothing to replay
   */
  @Description("Sends again what the journal has since that time, as ISO 8601 in UTC")
  void replaySince(String time);

  /** Ends the replay; returns whether there was one. What is under way of it is ended. */
  @Description("Ends the replay that is under way; tells whether there was one")
  boolean cancelReplay();

  /**
   * The oldest dead letters.
   *
   * @param most how many at the most
   */
  @Description("The oldest dead letters, so many at the most")
  List<DeadLetterView> listDeadLetters(int most);

  /** One dead letter; null if there is none of that sequence. */
  @Description("The dead letter of that sequence; nothing if there is none")
  @Nullable DeadLetterView findDeadLetter(long sequence);

  /**
   * Sends one dead letter again, soon; it stays one until it is delivered.
   *
   * @return false if there is none of that sequence
   */
  @Description("Sends the dead letter of that sequence again; tells whether there is one")
  boolean redriveDeadLetter(long sequence);

  /** Sends all dead letters again, soon, and tells how many there are. */
  @Description("Sends all dead letters again; tells how many there are")
  int redriveDeadLetters();

  /** Throws all dead letters away, and tells how many there were. */
  @Description("Throws all dead letters away; tells how many there were")
  int purgeDeadLetters();
}
