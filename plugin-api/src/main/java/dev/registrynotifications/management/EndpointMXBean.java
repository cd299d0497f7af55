package dev.registrynotifications.management;

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

  /** {@code delivering}, {@code backing off} or {@code stopped}. */
  String getState();

  /** How many events this endpoint is to get and hasn't got yet. */
  long getPending();

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
}
