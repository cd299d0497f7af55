package dev.registrynotifications.cli.waiting;

import dev.registrynotifications.cli.text.Terminal;
import java.time.Duration;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;

/** Waits for what a registry does in the background, and tells how far it is when that changes. */
public final class Waiting {

  private static final Duration BETWEEN_LOOKS = Duration.ofMillis(250);
  private static final long MAX_LOOKS = Duration.ofDays(1).dividedBy(BETWEEN_LOOKS);
  private static final long MAX_BRIEF_LOOKS = Duration.ofSeconds(10).dividedBy(BETWEEN_LOOKS);

  private final Terminal terminal;
  private final Delay delay;

  /** Tells it there. */
  public Waiting(Terminal terminal, Delay delay) {
    this.terminal = terminal;
    this.delay = delay;
  }

  /**
   * Waits, for a day at the most.
   *
   * @param done whether there is nothing to wait for any more
   * @param progress how far it is
   * @return whether it is done
   */
  public boolean until(BooleanSupplier done, Supplier<String> progress)
      throws InterruptedException {
    String told = "";
    for (long looks = 0; looks < MAX_LOOKS; looks++) {
      if (done.getAsBoolean()) {
        return true;
      }
      String now = progress.get();
      if (!now.equals(told)) {
        terminal.tell(now);
        told = now;
      }
      delay.pass(BETWEEN_LOOKS);
    }
    return false;
  }

  /** Waits for what takes a moment, ten seconds at the most; returns whether it is done. */
  public boolean briefly(BooleanSupplier done) throws InterruptedException {
    for (long looks = 0; looks < MAX_BRIEF_LOOKS; looks++) {
      if (done.getAsBoolean()) {
        return true;
      }
      delay.pass(BETWEEN_LOOKS);
    }
    return done.getAsBoolean();
  }
}
