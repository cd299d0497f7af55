package dev.registrynotifications.cli.offline;

import dev.registrynotifications.cli.text.Amount;
import dev.registrynotifications.cli.text.Terminal;
import dev.registrynotifications.journal.verify.VerificationProgress;

/** Tells how far a verification is at each tenth, if it is a long one. */
final class VerifyProgress implements VerificationProgress {

  private static final long LONG = 64L << 20;
  private static final int PARTS = 10;

  private final Terminal terminal;
  private long told;

  VerifyProgress(Terminal terminal) {
    this.terminal = terminal;
  }

  @Override
  public void onProgress(long done, long total) {
    if (total < LONG) {
      return;
    }
    long part = Math.min(PARTS, done / Math.max(1, total / PARTS));
    if (part > told) {
      told = part;
      terminal.tell("Read " + Amount.size(done) + " of " + Amount.size(total));
    }
  }
}
