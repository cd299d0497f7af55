package dev.registrynotifications.endpoint;

import com.google.common.base.Ticker;
import dev.registrynotifications.config.EndpointConfig;
import dev.registrynotifications.endpoint.Dispatch.Time;
import dev.registrynotifications.endpoint.Endpoint.Identity;
import dev.registrynotifications.endpoint.Endpoint.Running;
import dev.registrynotifications.endpoint.attempt.Sender;
import dev.registrynotifications.endpoint.lane.Schedule;
import dev.registrynotifications.endpoint.send.SenderFactory;
import dev.registrynotifications.event.Event;
import dev.registrynotifications.journal.Cursor;
import dev.registrynotifications.journal.EventLog;
import dev.registrynotifications.journal.StartFrom;
import dev.registrynotifications.metrics.EndpointStats;
import java.time.InstantSource;
import java.util.function.DoubleSupplier;
import java.util.function.Supplier;

/** Builds endpoints: the pipeline from cursor to HTTP, one line a hat. */
public final class EndpointFactory {

  private final SenderFactory senders;
  private final InstantSource clock;
  private final Ticker ticker;
  private final DoubleSupplier chance;
  private final Supplier<Event> pings;

  /**
   * Makes a factory.
   *
   * @param userAgent sent with each request
   * @param clock tells the time of the world
   * @param ticker tells how long to wait
   * @param chance gives numbers from 0 to 1, which spread the attempts of many registries
   * @param pings makes events that say that nothing has happened
   */
  public EndpointFactory(
      String userAgent,
      InstantSource clock,
      Ticker ticker,
      DoubleSupplier chance,
      Supplier<Event> pings) {
    this.senders = new SenderFactory(userAgent, clock, ticker);
    this.clock = clock;
    this.ticker = ticker;
    this.chance = chance;
    this.pings = pings;
  }

  /** Builds an endpoint that isn't running yet; events appended from now on are for it. */
  public Endpoint create(EndpointConfig config, EventLog log) {
    return prepare(config, log).get();
  }

  /**
   * Builds what an endpoint needs outside of the log.
   *
   * @return builds the endpoint
   * @throws RuntimeException if it can't be done with what is configured
   */
  public Supplier<Endpoint> prepare(EndpointConfig config, EventLog log) {
    EndpointStats stats = new EndpointStats(ticker);
    Sender sender = senders.create(config, stats.answers());
    EventFilter filter = new EventFilter(config.filter());
    return () ->
        open(
            config, log, stats, () -> new EndpointSubscriber(config.name(), filter, stats), sender);
  }

  /**
   * The same for an endpoint that is to go on where another one of its name leaves off, with its
   * figures.
   *
   * @return builds the endpoint, once the other one has left
   * @throws RuntimeException if it can't be done with what is configured
   */
  public Supplier<Endpoint> prepareSuccessor(
      Endpoint predecessor, EndpointConfig config, EventLog log) {
    EndpointStats stats = predecessor.stats();
    Sender sender = senders.create(config, stats.answers());
    EventFilter filter = new EventFilter(config.filter());
    return () -> {
      try {
        return open(config, log, stats, () -> predecessor.succeed(filter), sender);
      } catch (RuntimeException | Error e) {
        predecessor.goOnCounting();
        throw e;
      }
    };
  }

  /** Whoever fails here leaves nothing open, so that it can be tried again. */
  private Endpoint open(
      EndpointConfig config,
      EventLog log,
      EndpointStats stats,
      Supplier<EndpointSubscriber> subscribers,
      Sender sender) {
    String name = config.name();
    // First: what takes time mustn't lie between the cursor and the first event that is counted.
    DeadLetterOffice office =
        new DeadLetterOffice(name, log.deadLetters(name), clock, stats.announcements());
    EndpointSubscriber subscriber = subscribers.get();
    Cursor live = cursor(config, log, subscriber, office);
    stats.askForOldestPending(live::oldestTaken);
    Intake intake = new Intake(live, subscriber, office);

    Schedule schedule = new Schedule(config.batch(), config.concurrency(), config.retry(), chance);
    EndpointThreads threads = new EndpointThreads(name, config.concurrency());
    Packer packer = new Packer(log.status().id(), config.format());
    AttemptRecorder recorder = new AttemptRecorder(name, sender, stats.attempts(), clock, ticker);
    Outlet outlet = new SendingOutlet(name, packer, recorder, threads.forSending());
    Condition condition = new Condition(name, stats, clock);
    Time time = new Time(new TickingAlarmClock(ticker), clock);
    Dispatch dispatch = new Dispatch(intake, schedule, outlet, condition, time);
    Courier courier = new Courier(dispatch, condition, time.alarm());

    Pinger pinger = new Pinger(pings, packer, recorder);
    Operations operations = new Operations(name, log, subscriber, intake, office, courier, pinger);
    resumeReplay(operations, intake);
    Identity identity = new Identity(name, config.displayUrl());
    return new Endpoint(identity, subscriber, operations, new Running(courier, threads));
  }

  private static Cursor cursor(
      EndpointConfig config, EventLog log, EndpointSubscriber subscriber, DeadLetterOffice office) {
    try {
      return log.cursor(config.name(), startFrom(config), subscriber);
    } catch (RuntimeException e) {
      office.close();
      throw e;
    }
  }

  private static void resumeReplay(Operations operations, Intake intake) {
    try {
      operations.resumeReplay();
    } catch (RuntimeException e) {
      intake.close();
      throw e;
    }
  }

  private static StartFrom startFrom(EndpointConfig config) {
    return switch (config.startFrom()) {
      case LATEST -> StartFrom.LATEST;
      case EARLIEST -> StartFrom.EARLIEST;
    };
  }
}
