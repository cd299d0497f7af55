package dev.registrynotifications.bench;

import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;

/** Which event a thread is at. */
@State(Scope.Thread)
public class Turn {

  private long number;

  public long next() {
    return ++number;
  }
}
