package dev.registrynotifications.reload;

import com.google.common.base.Ticker;
import java.time.Duration;
import java.util.function.BooleanSupplier;

/**
 * A moment up to which several are waited for, one after the other.
 *
 * @param calledOff whether nobody wants to wait any more: then it has come, too
 */
record Deadline(Ticker ticker, long end, BooleanSupplier calledOff) {

  /** One that has come when the time is over. */
  static Deadline in(Duration time, Ticker ticker, BooleanSupplier calledOff) {
    return new Deadline(ticker, ticker.read() + time.toNanos(), calledOff);
  }

  /** Another one, when that time is over from now on. */
  Deadline followedBy(Duration time) {
    return in(time, ticker, calledOff);
  }

  boolean isCalledOff() {
    return calledOff.getAsBoolean();
  }

  boolean hasCome() {
    return remaining().isZero();
  }

  /** How long it is until then; zero if it has come. */
  Duration remaining() {
    return isCalledOff() ? Duration.ZERO : Duration.ofNanos(Math.max(0, end - ticker.read()));
  }
}
