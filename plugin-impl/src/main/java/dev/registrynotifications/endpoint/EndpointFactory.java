package dev.registrynotifications.endpoint;

import com.google.common.base.Ticker;
import dev.registrynotifications.config.EndpointConfig;
import dev.registrynotifications.endpoint.Dispatch.Time;
import dev.registrynotifications.endpoint.Endpoint.Identity;
import dev.registrynotifications.endpoint.Endpoint.Running;
import dev.registrynotifications.endpoint.attempt.Sender;
import dev.registrynotifications.endpoint.lane.Schedule;
import dev.registrynotifications.endpoint.send.SenderFactory;
import dev.registrynotifications.journal.Cursor;
import dev.registrynotifications.journal.EventLog;
import dev.registrynotifications.journal.StartFrom;
import dev.registrynotifications.metrics.EndpointStats;
import java.time.InstantSource;
import java.util.function.DoubleSupplier;

/** Builds endpoints: the pipeline from cursor to HTTP, one line a hat. */
public final class EndpointFactory {

  private final SenderFactory senders;
  private final InstantSource clock;
  private final Ticker ticker;
  private final DoubleSupplier chance;

  /**
   * Makes a factory.
   *
   * @param userAgent sent with each request
   * @param clock tells the time of the world
   * @param ticker tells how long to wait
   * @param chance gives numbers from 0 to 1, which spread the attempts of many registries
   */
  public EndpointFactory(
      String userAgent, InstantSource clock, Ticker ticker, DoubleSupplier chance) {
    this.senders = new SenderFactory(userAgent, clock, ticker);
    this.clock = clock;
    this.ticker = ticker;
    this.chance = chance;
  }

  /** Builds an endpoint that isn't running yet; events appended from now on are for it. */
  public Endpoint create(EndpointConfig config, EventLog log) {
    String name = config.name();
    EndpointStats stats = new EndpointStats();
    EventFilter filter = new EventFilter(config.filter());
    EndpointSubscriber subscriber = new EndpointSubscriber(name, filter, stats);
    Cursor live = log.cursor(name, startFrom(config), subscriber);
    DeadLetterOffice office = new DeadLetterOffice(name, log.deadLetters(name), clock);
    Intake intake = new Intake(live, subscriber, office);

    Schedule schedule = new Schedule(config.batch(), config.concurrency(), config.retry(), chance);
    EndpointThreads threads = new EndpointThreads(name, config.concurrency());
    Packer packer = new Packer(log.status().id(), config.format());
    Sender sender = senders.create(config, stats);
    Outlet outlet = new SendingOutlet(name, packer, sender, threads.forSending());
    Condition condition = new Condition(name, stats);
    Time time = new Time(new TickingAlarmClock(ticker), clock);
    Dispatch dispatch = new Dispatch(intake, schedule, outlet, condition, time);
    Courier courier = new Courier(dispatch, condition, time.alarm());

    Operations operations = new Operations(name, log, subscriber, intake, office, courier);
    operations.resumeReplay();
    Identity identity = new Identity(name, config.displayUrl());
    return new Endpoint(identity, subscriber, operations, new Running(courier, threads));
  }

  private static StartFrom startFrom(EndpointConfig config) {
    return switch (config.startFrom()) {
      case LATEST -> StartFrom.LATEST;
      case EARLIEST -> StartFrom.EARLIEST;
    };
  }
}
