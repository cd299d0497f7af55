package dev.registrynotifications.reload;

import com.google.common.base.Ticker;
import com.google.common.util.concurrent.Uninterruptibles;
import dev.registrynotifications.broadcast.Broadcaster;
import dev.registrynotifications.config.EndpointConfig;
import dev.registrynotifications.endpoint.Endpoint;
import dev.registrynotifications.endpoint.EndpointFactory;
import dev.registrynotifications.journal.EventLog;
import dev.registrynotifications.metrics.JmxRegistrar;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.concurrent.locks.ReadWriteLock;
import java.util.concurrent.locks.ReentrantLock;
import java.util.concurrent.locks.ReentrantReadWriteLock;

/**
 * The endpoints of this moment, and the way to those of the next. For the thread that starts and
 * stops the plugin and the config thread, but for {@link #names}.
 *
 * <p>An endpoint that changes first leaves its place in the log, with what is under way ended, and
 * then another one goes on there, with the same figures: so no event is lost, and none is sent
 * twice that was answered. Nobody who appends ever waits. Rejected: the new one beside the old,
 * with a cursor of its own, which couldn't keep a repository's events in order. What an operator
 * has asked to be redriven and hasn't gone out yet is forgotten, as at a stop; it stays a dead
 * letter.
 */
public final class RunningEndpoints {

  private static final Logger LOGGER = System.getLogger(RunningEndpoints.class.getName());

  /** A disk that doesn't answer must not hold up a stop for ever. */
  private static final Duration PATIENCE = Duration.ofSeconds(10);

  private final EndpointFactory factory;
  private final EventLog log;
  private final Ticker ticker;

  /** Held while endpoints are exchanged or stopped; no thread that appends or operates takes it. */
  private final ReentrantLock changing = new ReentrantLock();

  /** Written while endpoints are exchanged, read by operators; no thread that appends takes it. */
  private final ReadWriteLock operating = new ReentrantReadWriteLock();

  private final Lineup lineup;
  private final Departures departures = new Departures();

  /** What was prepared and couldn't begin. Confined to the config thread. */
  private Preparation prepared = Preparation.none();

  private volatile boolean closed;

  /**
   * None so far.
   *
   * @param broadcaster told of each change
   * @param ticker tells how long something has been waited for
   */
  public RunningEndpoints(
      EndpointFactory factory,
      EventLog log,
      Broadcaster broadcaster,
      JmxRegistrar registrar,
      Ticker ticker) {
    this.factory = factory;
    this.log = log;
    this.ticker = ticker;
    this.lineup = new Lineup(broadcaster, registrar, operating.readLock());
  }

  /**
   * Opens the first ones.
   *
   * @throws java.io.UncheckedIOException if the log can't be used
   */
  public void open(List<EndpointConfig> configs) {
    configs.forEach(config -> lineup.add(new Slot(config, factory.create(config, log))));
    retain();
  }

  /** Shows them, and begins to deliver. */
  public void start() {
    lineup.publish();
    lineup.show();
    for (Slot slot : lineup.slots()) {
      Endpoint endpoint = slot.endpoint();
      endpoint.start();
      LOGGER.log(Level.INFO, "Notifying {0} at {1}", endpoint.name(), endpoint.displayUrl());
    }
  }

  /** Their names, in the order of the configuration. For any thread. */
  public List<String> names() {
    return lineup.slots().stream().map(Slot::name).toList();
  }

  /** As what they run. */
  List<EndpointConfig> configs() {
    return lineup.slots().stream().map(Slot::config).toList();
  }

  /**
   * Has them be as configured. What can fail because of the configuration is tried before anything
   * is changed: then all stays as it was. What remains is the log, and a request that can't be
   * ended: if the log's directory can't be used in the moment when one endpoint has left and the
   * next one begins, none is there until this is called again; its events wait in the log.
   *
   * @param timeout how long those who leave are waited for
   */
  Applied apply(List<EndpointConfig> wanted, Duration timeout) {
    Plan plan = Plan.of(lineup.slots(), wanted);
    Preparation preparation = prepared.next(plan, factory, log);
    if (!preparation.problems().isEmpty()) {
      return Applied.refused(preparation.problems());
    }
    prepared = preparation;
    Deadline deadline = Deadline.in(timeout, ticker, () -> closed);
    Applied applied = Applied.begun();
    unlessClosed(() -> exchange(plan, wanted, deadline, applied));
    attempt(applied, () -> seeOff(plan.removed(), deadline, timeout, applied));
    // After those have left: a log in memory forgets at once.
    unlessClosed(() -> attempt(applied, this::retain));
    return applied;
  }

  /** Takes a step that shouldn't fail; if it does, the others are taken all the same. */
  private static void attempt(Applied applied, Runnable step) {
    try {
      step.run();
    } catch (RuntimeException | Error e) {
      applied.tellBroken(e);
    }
  }

  private void seeOff(List<Slot> removed, Deadline deadline, Duration timeout, Applied applied) {
    if (departures.seeOff(removed, deadline, timeout)) {
      removed.forEach(slot -> applied.tellRemoved(slot, log.survivesStop()));
    }
  }

  private void unlessClosed(Runnable change) {
    changing.lock();
    try {
      if (!closed) {
        change.run();
      }
    } finally {
      changing.unlock();
    }
  }

  private void exchange(
      Plan plan, List<EndpointConfig> wanted, Deadline deadline, Applied applied) {
    operating.writeLock().lock();
    try {
      attempt(
          applied,
          () -> new Exchange(lineup, departures, prepared, deadline, applied).perform(plan));
      lineup.arrange(wanted);
    } finally {
      operating.writeLock().unlock();
    }
    attempt(applied, lineup::show);
  }

  /** The log may forget all others, in time. */
  private void retain() {
    log.retain(Set.copyOf(names()));
  }

  /** Has a change that is being made end soon: what it waits for is for {@link #close} to end. */
  void endChanges() {
    closed = true;
  }

  /**
   * Stops them, and those that are leaving: what is pending is still delivered, until the time is
   * over, and an endpoint that fails isn't waited for. Neither is an operator, nor the successor of
   * an endpoint that is about to be changed: of such a one only what is under way is ended, and the
   * rest stays in the log.
   */
  public void close(Duration timeout) {
    endChanges();
    awaitChange();
    Deadline deadline = Deadline.in(timeout, ticker, () -> false);
    List<Slot> slots = lineup.slots();
    slots.forEach(slot -> slot.block("notifications are being stopped"));
    slots.forEach(slot -> slot.endpoint().stop());
    slots.forEach(slot -> slot.endpoint().awaitStop(deadline.remaining()));
    departures.end(deadline).forEach(this::tellRemoved);
    lineup.clear();
  }

  /** For whoever asked for the change nothing is told any more. */
  private void tellRemoved(Slot slot) {
    boolean any = slot.endpoint().stats().getPending() > 0;
    LOGGER.log(any ? Level.WARNING : Level.INFO, Applied.removed(slot, log.survivesStop()));
  }

  /** Waits until nothing is changed any more: no endpoint may begin after all of them stopped. */
  private void awaitChange() {
    if (Uninterruptibles.tryLockUninterruptibly(changing, PATIENCE)) {
      changing.unlock();
    } else {
      LOGGER.log(Level.WARNING, "Endpoints are stopped while a change of them doesn't end");
    }
  }
}
