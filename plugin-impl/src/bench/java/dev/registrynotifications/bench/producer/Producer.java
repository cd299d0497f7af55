package dev.registrynotifications.bench.producer;

import java.io.IOException;

/** Something that takes events, and can be measured. */
@FunctionalInterface
interface Producer {

  /** Measures it once, in a process of its own. */
  EventCost measure(Load load) throws IOException, InterruptedException;
}
