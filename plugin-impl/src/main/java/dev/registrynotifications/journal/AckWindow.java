package dev.registrynotifications.journal;

import java.util.BitSet;

/**
 * Which events a cursor has done with: all up to a base, and some beyond it, within a window.
 * Guarded by whoever owns it.
 */
final class AckWindow {

  private final BitSet beyondBase = new BitSet(Cursor.WINDOW);
  private long base;

  AckWindow(long base) {
    this.base = base;
  }

  /** Everything up to this sequence is acknowledged. */
  long base() {
    return base;
  }

  boolean contains(long sequence) {
    return sequence > base && sequence <= base + Cursor.WINDOW;
  }

  boolean isAcked(long sequence) {
    return sequence <= base || (contains(sequence) && beyondBase.get((int) (sequence - base - 1)));
  }

  /** Acknowledges one sequence of the window; one at or below the base has been already. */
  void ack(long sequence) {
    if (sequence > base) {
      beyondBase.set((int) (sequence - base - 1));
      absorb();
    }
  }

  /** Acknowledges everything up to this sequence: for what is gone. */
  void ackUpTo(long sequence) {
    if (sequence > base) {
      advance(sequence - base);
      absorb();
    }
  }

  /** Moves the base over what was acknowledged right behind it. */
  private void absorb() {
    int run = beyondBase.nextClearBit(0);
    if (run > 0) {
      advance(run);
    }
  }

  private void advance(long sequences) {
    int shift = (int) Math.min(sequences, beyondBase.length());
    BitSet rest = beyondBase.get(shift, beyondBase.length());
    beyondBase.clear();
    beyondBase.or(rest);
    base += sequences;
  }
}
