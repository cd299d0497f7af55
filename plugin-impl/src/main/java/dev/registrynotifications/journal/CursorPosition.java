package dev.registrynotifications.journal;

import java.util.BitSet;
import java.util.TreeSet;

/**
 * How far a cursor has come: all events up to a base are done with, and some beyond it, within a
 * window. It also knows which event a cursor was to get before any other, so that a receiver can
 * see a gap. Guarded by whoever owns it.
 *
 * <p>Rejected: a set of the events in flight. It is as small, but after a crash it couldn't say
 * what had been acknowledged beyond the oldest of them.
 */
public final class CursorPosition {

  /** How many sequences may lie between the oldest event in flight and the newest. */
  public static final int WINDOW = Cursor.WINDOW;

  private final BitSet acked;
  private final BitSet matched = new BitSet();
  private final TreeSet<Long> orphans = new TreeSet<>();
  private long base;
  private long previousAtBase;
  private long read;
  private long previous;

  /**
   * A position to begin or to go on from.
   *
   * @param base everything up to this sequence is done with
   * @param previous the last event up to the base that was for this cursor; 0 if there was none
   * @param acked what is done with beyond the base; bit 0 stands for {@code base + 1}
   */
  public CursorPosition(long base, long previous, BitSet acked) {
    this.base = base;
    this.previousAtBase = previous;
    this.read = base;
    this.previous = previous;
    this.acked = (BitSet) acked.clone();
  }

  /** A position with nothing done beyond the base. */
  public static CursorPosition at(long base, long previous) {
    return new CursorPosition(base, previous, new BitSet());
  }

  /** Everything up to this sequence is done with. */
  public long base() {
    return base;
  }

  /** The last event up to the base that was for this cursor; 0 if there was none. */
  public long previousAtBase() {
    return previousAtBase;
  }

  /** What is done with beyond the base; bit 0 stands for {@code base + 1}. A copy. */
  public BitSet ackedBeyondBase() {
    return (BitSet) acked.clone();
  }

  /** The last sequence that was looked at. */
  public long read() {
    return read;
  }

  /** The last event looked at that was for this cursor; 0 if there was none. */
  public long previous() {
    return previous;
  }

  /** Whether everything looked at is done with. */
  public boolean isSettled() {
    return base == read;
  }

  /** Whether an event lies so near to the oldest one in flight that it can be looked at now. */
  public boolean hasRoomFor(long sequence) {
    return isSettled() || sequence <= base + WINDOW;
  }

  /** Whether an event was acknowledged, perhaps before the process was last started. */
  public boolean isAcked(long sequence) {
    return sequence <= base
        || (sequence <= base + WINDOW && acked.get((int) (sequence - base - 1)));
  }

  /** Looks at an event that isn't for this cursor. There must be room for it. */
  public void pass(long sequence) {
    moveTo(sequence);
    acked.set(bit(sequence));
    absorb();
  }

  /**
   * Looks at an event that is for this cursor. There must be room for it.
   *
   * @return whether it is still to be done; false if it was acknowledged before
   */
  public boolean take(long sequence) {
    moveTo(sequence);
    previous = sequence;
    matched.set(bit(sequence));
    boolean open = !acked.get(bit(sequence));
    absorb();
    return open;
  }

  /** Looks past sequences that nobody was given, or whose events are gone. */
  private void moveTo(long sequence) {
    if (isSettled()) {
      advance(sequence - 1);
    } else {
      acked.set(bit(read + 1), bit(sequence));
    }
    read = sequence;
  }

  /**
   * Acknowledges an event that was taken. Twice does no harm.
   *
   * @throws IllegalArgumentException if nobody has read so far
   */
  public void ack(long sequence) {
    if (sequence > read) {
      throw new IllegalArgumentException(
          "Could not acknowledge event %d: the cursor has only read to %d"
              .formatted(sequence, read));
    }
    orphans.remove(sequence);
    if (sequence > base) {
      acked.set(bit(sequence));
      absorb();
    }
  }

  /**
   * Moves past everything up to a sequence, because it is gone from the log. What was taken and
   * isn't acknowledged may still be, see {@link #orphans}.
   *
   * @param lastMatching the last event up to there that is for this cursor; 0 if there is none
   */
  public void dropUpTo(long sequence, long lastMatching) {
    for (int i = matched.nextSetBit(0); i >= 0; i = matched.nextSetBit(i + 1)) {
      long taken = base + 1 + i;
      if (taken <= sequence && !acked.get(i)) {
        orphans.add(taken);
      }
    }
    previous = lastMatching == 0 ? previous : Math.max(previous, lastMatching);
    read = Math.max(read, sequence);
    if (sequence > base) {
      advance(sequence);
      previousAtBase = lastMatching == 0 ? previousAtBase : Math.max(previousAtBase, lastMatching);
      absorb();
    }
  }

  /** How many events were taken, are gone from the log, and haven't been acknowledged. */
  public int orphans() {
    return orphans.size();
  }

  private int bit(long sequence) {
    return Math.toIntExact(sequence - base - 1);
  }

  /** Moves the base over what is done with right behind it, but not beyond what was looked at. */
  private void absorb() {
    long upTo = Math.min(base + acked.nextClearBit(0), read);
    if (upTo > base) {
      advance(upTo);
    }
  }

  private void advance(long newBase) {
    int shift = (int) Math.min(newBase - base, Integer.MAX_VALUE);
    int lastMatched = matched.previousSetBit(shift - 1);
    if (lastMatched >= 0) {
      previousAtBase = base + 1 + lastMatched;
    }
    shift(acked, shift);
    shift(matched, shift);
    base = newBase;
  }

  private static void shift(BitSet bits, int by) {
    if (by >= bits.length()) {
      bits.clear();
      return;
    }
    BitSet rest = bits.get(by, bits.length());
    bits.clear();
    bits.or(rest);
  }
}
