package dev.registrynotifications.endpoint;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.registrynotifications.config.FilterConfig;
import dev.registrynotifications.endpoint.Dispatch.Time;
import dev.registrynotifications.endpoint.attempt.DeliveryResult;
import dev.registrynotifications.endpoint.lane.Batch;
import dev.registrynotifications.endpoint.lane.Parcel;
import dev.registrynotifications.endpoint.lane.Schedule;
import dev.registrynotifications.journal.Cursor;
import dev.registrynotifications.journal.EventLog;
import dev.registrynotifications.journal.LoggedEvent;
import dev.registrynotifications.journal.StartFrom;
import dev.registrynotifications.metrics.EndpointStats;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * A courier in virtual time, which takes its turns when it is rung or has slept, and whose requests
 * take as long as its receiver's temper says. Notes what the receiver gets.
 */
final class SimulatedEndpoint implements AlarmClock {

  private final EndpointStats stats = new EndpointStats();
  private final FlakyDeadLetters letters = new FlakyDeadLetters();
  private final List<Attempt> attempts = new ArrayList<>();
  private final ManualAlarmClock time;
  private final Temper temper;
  private final Courier courier;
  private long turns;

  /** How a receiver answers. */
  interface Temper {

    /** How it answers what comes in now, and after how long. */
    Reply reply(Duration now, List<LoggedEvent> events);
  }

  /** An answer, and what it takes. */
  record Reply(DeliveryResult result, Duration latency) {}

  /** One request. */
  record Attempt(Duration begin, Duration end, List<LoggedEvent> events, DeliveryResult result) {}

  SimulatedEndpoint(
      ManualAlarmClock time, EventLog log, String name, Schedule schedule, Temper temper) {
    this.time = time;
    this.temper = temper;
    EndpointSubscriber subscriber =
        new EndpointSubscriber(name, new EventFilter(FilterConfig.EVERYTHING), stats);
    DeadLetterOffice office = new DeadLetterOffice(name, letters, time, stats.announcements());
    Cursor live = log.cursor(name, StartFrom.LATEST, subscriber);
    Intake intake = new Intake(live, subscriber, office);
    Condition condition = new Condition(name, stats, time);
    Dispatch dispatch = new Dispatch(intake, schedule, this::send, condition, new Time(this, time));
    this.courier = new Courier(dispatch, condition, this);
  }

  private void send(Batch batch, Consumer<Outcome> told) {
    Duration begin = time.now();
    List<LoggedEvent> events = batch.parcels().stream().map(Parcel::event).toList();
    Reply reply = temper.reply(begin, events);
    attempts.add(new Attempt(begin, begin.plus(reply.latency()), events, reply.result()));
    time.plan(reply.latency(), () -> told.accept(new Outcome(batch, reply.result())));
  }

  /** Something was appended. */
  void wake() {
    courier.wake();
  }

  @Override
  public Duration now() {
    return time.now();
  }

  @Override
  public void ring() {
    planTurn(Duration.ZERO);
  }

  @Override
  public void sleep(Optional<Duration> atMost) {
    throw new IllegalStateException("takes turns instead");
  }

  /** The turn planned last is the one that counts, unless another came before it. */
  private void planTurn(Duration in) {
    long turn = ++turns;
    time.plan(
        in,
        () -> {
          if (turn == turns) {
            courier.turn().atMost().ifPresent(this::planTurn);
          }
        });
  }

  EndpointStats stats() {
    return stats;
  }

  /** All requests, in the order in which they began. */
  List<Attempt> attempts() {
    return attempts;
  }

  /** The payloads of what was given up. */
  List<String> deadLetters() {
    return letters.list(Integer.MAX_VALUE).stream().map(letter -> text(letter.event())).toList();
  }

  static String text(LoggedEvent event) {
    return new String(event.payload(), UTF_8);
  }
}
