package dev.registrynotifications.endpoint.lane;

import java.time.Duration;

/** What becomes of a batch after an attempt. */
public sealed interface Verdict {

  /** The endpoint has its events. */
  record Delivered() implements Verdict {}

  /** Its events are sent one by one from now on. */
  record Split() implements Verdict {}

  /**
   * Its events aren't tried any more.
   *
   * @param attempts how often they were tried
   * @param status the HTTP status of the last answer; 0 if there was none
   * @param reason why, for people
   */
  record GivenUp(int attempts, int status, String reason) implements Verdict {}

  /**
   * It is tried again.
   *
   * @param attempts all of them, up to now
   * @param pause how long its lanes rest before
   */
  record Later(Attempts attempts, Duration pause) implements Verdict {}
}
