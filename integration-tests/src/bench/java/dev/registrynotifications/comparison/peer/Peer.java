package dev.registrynotifications.comparison.peer;

import java.io.IOException;
import java.net.URI;
import java.util.OptionalLong;

/** A registry that runs and notifies. */
public interface Peer extends AutoCloseable {

  /** Its root, ending in a slash. */
  URI uri();

  ProcessHandle process();

  /** How many events are still to be delivered, by all endpoints together; waits until it knows. */
  long pending() throws IOException, InterruptedException;

  /** What it has allocated so far. */
  Allocated allocated() throws IOException, InterruptedException;

  /** How many bytes of its heap are in use after a collection; empty if it can't be told to. */
  OptionalLong liveHeap();

  /** Kills it at once, as {@code kill -9} does, and waits until it is gone. */
  default void kill() {
    boolean unused = process().destroyForcibly();
    process().onExit().join();
  }

  /** Ends it, by force: what it has to deliver is of no interest any more. */
  @Override
  void close();
}
