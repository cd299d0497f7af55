package dev.registrynotifications.reload;

import com.google.common.base.Ticker;
import java.time.Duration;

/** A moment up to which several are waited for, one after the other. */
record Deadline(Ticker ticker, long end) {

  /** One that has come when the time is over. */
  static Deadline in(Duration time, Ticker ticker) {
    return new Deadline(ticker, ticker.read() + time.toNanos());
  }

  /** How long it is until then; zero if it has come. */
  Duration remaining() {
    return Duration.ofNanos(Math.max(0, end - ticker.read()));
  }
}
