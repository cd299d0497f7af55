package dev.registrynotifications.reload;

import dev.registrynotifications.config.EndpointConfig;
import dev.registrynotifications.endpoint.Endpoint;
import dev.registrynotifications.metrics.EndpointOperations;
import java.time.Duration;
import java.util.List;

/**
 * An endpoint's name, and what runs under it at the moment: a change puts another endpoint there.
 * Written by one thread at a time, read by any.
 */
final class Slot {

  /** How soon it is seen that there is nothing to wait for any more. */
  static final Duration GLANCE = Duration.ofMillis(10);

  private final String name;
  private volatile EndpointConfig config;
  private volatile Endpoint endpoint;
  private volatile boolean paused;
  private volatile boolean vacant;

  /** Why no operator can do anything; empty if one can. */
  private volatile String obstacle = "";

  Slot(EndpointConfig config, Endpoint endpoint) {
    this.name = config.name();
    this.config = config;
    this.endpoint = endpoint;
  }

  String name() {
    return name;
  }

  /** As what it runs, or ran last. */
  EndpointConfig config() {
    return config;
  }

  /** The endpoint that runs here, or did last. */
  Endpoint endpoint() {
    return endpoint;
  }

  /** Whether an endpoint runs here that is so configured. */
  boolean runs(EndpointConfig wanted) {
    return !vacant && config.equals(wanted);
  }

  /**
   * Asks the endpoint to leave. It stays here, so that its events go on being appended and counted,
   * until another one is put here.
   *
   * @return whether it wasn't asked before
   */
  boolean vacate() {
    if (vacant) {
      return false;
    }
    vacant = true;
    endpoint.makeWay();
    return true;
  }

  /** Whether the endpoint is no longer there, though it may still be shown. */
  boolean hasLeft() {
    return endpoint.hasEndedWithin(Duration.ZERO);
  }

  /** Waits for the endpoints to leave. Whoever is interrupted waits no more. */
  static void awaitAll(List<Slot> slots, Deadline deadline) {
    slots.forEach(slot -> slot.awaitDeparture(deadline));
  }

  private void awaitDeparture(Deadline deadline) {
    while (!hasLeft() && !deadline.hasCome() && !Thread.currentThread().isInterrupted()) {
      glance(GLANCE, deadline);
    }
  }

  /** Waits for so long at the most, and not beyond the deadline. */
  void glance(Duration most, Deadline deadline) {
    Duration remaining = deadline.remaining();
    boolean unused = endpoint.hasEndedWithin(remaining.compareTo(most) < 0 ? remaining : most);
  }

  /**
   * Puts another endpoint here, not started yet, once the one before has left. It is paused if that
   * one was at last.
   */
  void put(Endpoint successor) {
    paused = endpoint.wasPaused();
    successor.goOnFrom(endpoint);
    endpoint = successor;
  }

  /** Takes note that the one that was put here runs. */
  void occupy(EndpointConfig newConfig) {
    config = newConfig;
    obstacle = "";
    vacant = false;
  }

  /** Has another one's successor never have been here. */
  void putBack(Endpoint predecessor) {
    predecessor.goOnCounting();
    endpoint = predecessor;
  }

  /** Whether the endpoint was paused that left last. */
  boolean wasPaused() {
    return paused;
  }

  /** Says why operators can't do anything with it, until there is an endpoint that runs. */
  void block(String why) {
    obstacle = why;
  }

  /**
   * What an operator changes.
   *
   * @throws IllegalStateException if nobody is there who would do it; the message is for operators
   */
  EndpointOperations operations() {
    if (!obstacle.isEmpty()) {
      throw new IllegalStateException("Could not operate endpoint " + name + ": " + obstacle);
    }
    return endpoint.operations();
  }
}
