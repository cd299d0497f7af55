package dev.registrynotifications.bench.producer;

import java.io.IOException;

/** Something that takes events, and can be measured. */
@FunctionalInterface
interface Producer {

  /** Measures it once, in a process of its own. */
  EventCost measure(Demand demand) throws IOException, InterruptedException;
}
