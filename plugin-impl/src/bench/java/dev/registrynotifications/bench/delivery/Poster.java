package dev.registrynotifications.bench.delivery;

import java.io.IOException;

/** Posts the same request again and again, on one thread. What deliveries are compared with. */
public interface Poster extends AutoCloseable {

  /** Posts it, and waits for the answer. */
  void post() throws IOException, InterruptedException;

  @Override
  default void close() throws IOException {}
}
