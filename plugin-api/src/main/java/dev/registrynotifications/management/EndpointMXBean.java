package dev.registrynotifications.management;

import java.util.List;
import java.util.Map;

/**
 * One endpoint: {@code dev.registrynotifications:type=Endpoint,name="…"}.
 *
 * <p>Pending, Events, Successes, Failures, Errors and Statuses count what CNCF distribution's
 * endpoint metrics of the same names count.
 */
public interface EndpointMXBean {

  /** The endpoint's name in the configuration. */
  String getName();

  /** Where events are sent, without user information. */
  String getUrl();

  /**
   * {@code delivering}, {@code backing off}, {@code paused}, {@code waiting for the journal} or
   * {@code stopped}.
   */
  String getState();

  /**
   * How many events this endpoint is to get and hasn't got yet, those from before the last start
   * included.
   */
  long getPending();

  /**
   * Whether Pending is complete: after a start, what waited before is counted in the background.
   */
  boolean isPendingExact();

  /** How many events came in for this endpoint. */
  long getEvents();

  /** How many attempts the endpoint accepted. */
  long getSuccesses();

  /** How many attempts the endpoint answered with a status that isn't success. */
  long getFailures();

  /** How many attempts got no answer: refused, timed out, broken off. */
  long getErrors();

  /** How often each status was answered, by code and reason, for example {@code 200 OK}. */
  Map<String, Long> getStatuses();

  /** How many events weren't for this endpoint. */
  long getFiltered();

  /** How many events this endpoint will never get, because the journal ran over its bounds. */
  long getDropped();

  /** How many events this endpoint has refused for good since the start. */
  long getDeadLettered();

  /** How many dead letters are kept for this endpoint. */
  int getDeadLetters();

  /** How many events were sent again by replays since the start. */
  long getReplayed();

  /** Whether a replay is under way. */
  boolean isReplaying();

  /** How many requests are under way. */
  int getInFlight();

  /**
   * How many requests failed, and rest before they are made again. Events of their repositories
   * wait for them, others don't.
   */
  int getParked();

  /**
   * Whether nothing new is read from the journal until an old event is done with: it lies more than
   * 4,096 events back, or what waits behind it is more than 8 MiB.
   */
  boolean isWindowFull();

  /** Goes on with an endpoint that is paused because it answered 410. */
  void resume();

  /**
   * Sends again what the journal still has from that sequence on, up to the newest event of this
   * moment, beside new events. A replay goes on after a restart.
   *
   * @throws IllegalStateException if a replay is under way, or there is nothing to replay
   */
  void replayFrom(long sequence);

  /**
   * The same, from the first event on that was appended at that time or later.
   *
   * @param time as ISO 8601 in UTC, as in {@code 2026-11-24T08:30:00Z}
   * @throws IllegalArgumentException if it is no such time
   * @throws IllegalStateException if a replay is under way, or there is nothing to replay
   */
  void replaySince(String time);

  /**
   * The oldest dead letters.
   *
   * @param most how many at the most
   */
  List<DeadLetterView> listDeadLetters(int most);

  /**
   * Sends one dead letter again, soon; it stays one until it is delivered.
   *
   * @return false if there is none of that sequence
   */
  boolean redriveDeadLetter(long sequence);

  /** Sends all dead letters again, soon, and tells how many there are. */
  int redriveDeadLetters();

  /** Throws all dead letters away, and tells how many there were. */
  int purgeDeadLetters();
}
