package dev.registrynotifications.endpoint.lane;

import java.time.Duration;

/**
 * A parcel in its lane.
 *
 * @param number grows with each parcel that comes in
 * @param since when it came in
 * @param alone whether it must not be sent together with others
 */
record Item(Parcel parcel, long number, Duration since, boolean alone) {

  /** What an event takes beside its own bytes: separators, and fields of a later format. */
  private static final int OVERHEAD = 64;

  long bytes() {
    return (long) parcel.event().payload().length + OVERHEAD;
  }

  Item byItself() {
    return new Item(parcel, number, since, true);
  }

  /** Whether both may go in one request. */
  boolean goesWith(Item other) {
    return !alone && !other.alone && parcel.isReplayed() == other.parcel.isReplayed();
  }
}
