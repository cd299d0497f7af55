package dev.registrynotifications.reload;

import com.google.common.base.Ticker;
import dev.registrynotifications.broadcast.Broadcaster;
import dev.registrynotifications.config.EndpointConfig;
import dev.registrynotifications.endpoint.Endpoint;
import dev.registrynotifications.endpoint.EndpointFactory;
import dev.registrynotifications.journal.EventLog;
import dev.registrynotifications.metrics.JmxRegistrar;
import dev.registrynotifications.reload.Plan.Change;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.concurrent.locks.ReadWriteLock;
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

  private final EndpointFactory factory;
  private final EventLog log;
  private final Ticker ticker;

  /** Written while endpoints are exchanged, read by operators; no thread that appends takes it. */
  private final ReadWriteLock operating = new ReentrantReadWriteLock();

  private final Lineup lineup;
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
    lineup.slots().forEach(lineup::show);
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
    Preparation preparation = Preparation.of(plan, factory, log);
    if (!preparation.problems().isEmpty()) {
      return Applied.refused(preparation.problems());
    }
    Applied applied = Applied.begun();
    Deadline deadline = Deadline.in(timeout, ticker);
    operating.writeLock().lock();
    try {
      if (closed) {
        return applied;
      }
      plan.removed().forEach(this::takeAway);
      plan.changed().forEach(change -> change.slot().vacate());
      plan.changed().forEach(change -> handOver(change, preparation, deadline, applied));
      plan.added().forEach(config -> begin(config, preparation, applied));
      lineup.arrange(wanted);
    } finally {
      operating.writeLock().unlock();
    }
    plan.removed().forEach(slot -> seeOff(slot, deadline, timeout, applied));
    retain();
    return applied;
  }

  private void takeAway(Slot slot) {
    lineup.remove(slot);
    slot.endpoint().stop();
  }

  private void handOver(
      Change change, Preparation preparation, Deadline deadline, Applied applied) {
    Slot slot = change.slot();
    List<String> keys = ConfigKeys.OF_ENDPOINT.differing(slot.config(), change.next());
    slot.endpoint().awaitEnd(deadline.remaining());
    if (!slot.endpoint().hasEndedWithin(Duration.ZERO)) {
      applied.tellStandsStill(slot.name(), "what it was doing last doesn't end");
      return;
    }
    try {
      slot.put(change.next(), preparation.build(change.next()));
    } catch (RuntimeException e) {
      applied.tellStandsStill(slot.name(), Preparation.reason(e));
      return;
    }
    // Before it starts: whatever is appended from now on wakes it.
    lineup.publish();
    slot.endpoint().start();
    applied.tellChanged(slot, keys);
  }

  private void begin(EndpointConfig config, Preparation preparation, Applied applied) {
    Slot slot;
    try {
      slot = new Slot(config, preparation.build(config));
    } catch (RuntimeException e) {
      applied.tellNotAdded(config.name(), Preparation.reason(e));
      return;
    }
    lineup.add(slot);
    lineup.publish();
    lineup.show(slot);
    slot.endpoint().start();
    applied.tellAdded(slot);
  }

  /**
   * What came before is still delivered, until the time is over; then only what is under way is
   * ended: events that come for others would be read on and on.
   */
  private void seeOff(Slot slot, Deadline deadline, Duration timeout, Applied applied) {
    if (!slot.endpoint().hasEndedWithin(deadline.remaining())) {
      slot.endpoint().makeWay();
    }
    slot.endpoint().awaitEnd(timeout);
    applied.tellRemoved(slot, log.survivesStop());
  }

  /** The log may forget all others, in time. */
  private void retain() {
    log.retain(Set.copyOf(names()));
  }

  /**
   * Stops them: what is pending is still delivered, until the time is over, and an endpoint that
   * fails isn't waited for. Waits for a change that is being made.
   */
  public void close(Duration timeout) {
    operating.writeLock().lock();
    try {
      closed = true;
    } finally {
      operating.writeLock().unlock();
    }
    lineup.slots().forEach(slot -> slot.endpoint().stop());
    Deadline deadline = Deadline.in(timeout, ticker);
    lineup.slots().forEach(slot -> slot.endpoint().awaitStop(deadline.remaining()));
    lineup.clear();
  }
}
