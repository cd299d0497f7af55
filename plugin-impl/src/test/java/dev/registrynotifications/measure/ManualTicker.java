package dev.registrynotifications.measure;

import com.google.common.base.Ticker;
import java.time.Duration;

/** Time that passes when a test lets it. */
public final class ManualTicker extends Ticker {

  private long nanos = -1;

  @Override
  public long read() {
    return nanos;
  }

  /** Lets time pass. */
  public void advance(Duration by) {
    nanos += by.toNanos();
  }
}
