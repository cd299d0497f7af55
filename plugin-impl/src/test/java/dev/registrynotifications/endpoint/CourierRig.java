package dev.registrynotifications.endpoint;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.google.common.base.Ticker;
import dev.registrynotifications.config.BatchConfig;
import dev.registrynotifications.config.EventFormat;
import dev.registrynotifications.config.FilterConfig;
import dev.registrynotifications.config.RetryConfig;
import dev.registrynotifications.config.Selection;
import dev.registrynotifications.endpoint.Dispatch.Time;
import dev.registrynotifications.endpoint.attempt.Sender;
import dev.registrynotifications.endpoint.lane.Schedule;
import dev.registrynotifications.event.Action;
import dev.registrynotifications.journal.Cursor;
import dev.registrynotifications.journal.EventKey;
import dev.registrynotifications.journal.EventLog;
import dev.registrynotifications.journal.LoggedEvent;
import dev.registrynotifications.journal.StartFrom;
import dev.registrynotifications.metrics.EndpointStats;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Executor;

/**
 * What a courier of the endpoint {@code ci}, which ignores pulls, works with: a log in memory, dead
 * letters that can fail, and a time that passes when a test says so. Confined to the test's thread,
 * but for appending and counting.
 */
final class CourierRig implements AutoCloseable {

  static final EventKey PUSH = new EventKey(Action.PUSH, "x", "a", "");
  static final EventKey PULL = new EventKey(Action.PULL, "x", "a", "");
  static final Instant NOW = ManualAlarmClock.START;
  static final Duration SECOND = Duration.ofSeconds(1);

  private final EventLog log = EventLog.inMemory(1024 * 1024, () -> NOW);
  private final EndpointStats stats = new EndpointStats();
  private final EndpointSubscriber subscriber =
      new EndpointSubscriber("ci", new EventFilter(ignoringPulls()), stats);
  private final FlakyDeadLetters letters = new FlakyDeadLetters();
  private final ManualAlarmClock time = new ManualAlarmClock();
  private Intake intake = intake(log.cursor("ci", StartFrom.LATEST, subscriber));

  EndpointStats stats() {
    return stats;
  }

  FlakyDeadLetters letters() {
    return letters;
  }

  ManualAlarmClock time() {
    return time;
  }

  /** What counts the endpoint's state, and tells it. */
  Condition condition() {
    return new Condition("ci", stats, time);
  }

  /** Has couriers that are made from now on read there, and not in the log. */
  void readFrom(Cursor cursor) {
    intake = intake(cursor);
  }

  /** Has that dead letter sent once more. */
  void redrive(long sequence) {
    intake.redrive(sequence);
  }

  /** A courier that backs off after three failures, and has one request under way. */
  Courier courier(Sender sender) {
    return courier(sender, time);
  }

  /** The same, on another clock. */
  Courier courier(Sender sender, AlarmClock alarm) {
    RetryConfig retry =
        new RetryConfig(3, SECOND, 2, Duration.ofMinutes(5), 3, Optional.empty(), Optional.empty());
    Schedule schedule = new Schedule(BatchConfig.SINGLE, 1, retry, () -> 0.5);
    return courier(schedule, outlet(sender, Runnable::run), alarm);
  }

  /** A courier that sends by that schedule and that outlet. */
  Courier courier(Schedule schedule, Outlet outlet, AlarmClock alarm) {
    Condition condition = condition();
    return new Courier(dispatch(schedule, outlet, condition, alarm), condition, alarm);
  }

  /** Makes what a courier has take its turns. */
  Dispatch dispatch(Schedule schedule, Outlet outlet, Condition condition, AlarmClock alarm) {
    return new Dispatch(intake, schedule, outlet, condition, new Time(alarm, time));
  }

  /** A schedule of up to so many requests at once, of one event each. */
  static Schedule schedule(int concurrency) {
    return new Schedule(BatchConfig.SINGLE, concurrency, RetryConfig.DEFAULT, () -> 0.5);
  }

  /** An outlet whose requests those threads make. */
  static Outlet outlet(Sender sender, Executor threads) {
    AttemptRecorder recorder =
        new AttemptRecorder(
            "ci",
            sender,
            new EndpointStats().attempts(),
            InstantSource.system(),
            Ticker.systemTicker());
    return new SendingOutlet("ci", new Packer("log-id", EventFormat.V1), recorder, threads);
  }

  /** Appends an event of that id, and counts it if the endpoint wants it. */
  void append(EventKey key, String id) {
    if (key.action() == Action.PUSH) {
      stats.recordEvent();
    }
    log.append(key, event(id).getBytes(UTF_8));
  }

  /** Appends the push of something to a repository. */
  void appendPush(String repository, String id) {
    append(new EventKey(Action.PUSH, "x", repository, ""), id);
  }

  /** How many events are in the log. */
  long records() {
    return log.status().contents().records();
  }

  /** The event of that id as if it came from a log, as its first. */
  static LoggedEvent logged(String id) {
    return logged(1, id);
  }

  /** The same, with its place in the log. */
  static LoggedEvent logged(long sequence, String id) {
    return new LoggedEvent(sequence, 0, NOW, PUSH, event(id).getBytes(UTF_8));
  }

  /** The body of a request with the event of that id. */
  static String envelope(String id) {
    return "{\n   \"events\": [\n      " + event(id) + "\n   ]\n}";
  }

  /** The event of that id, as it is sent. */
  static String event(String id) {
    return "{\"id\": \"" + id + "\"}";
  }

  @Override
  public void close() {
    log.close();
  }

  private Intake intake(Cursor cursor) {
    return new Intake(
        cursor, subscriber, new DeadLetterOffice("ci", letters, time, stats.announcements()));
  }

  private static FilterConfig ignoringPulls() {
    Selection pulls = new Selection(Set.of("pull"), Set.of(), List.of(), List.of());
    return new FilterConfig(Selection.NONE, pulls, true);
  }
}
