package dev.registrynotifications.journal.cursor;

/**
 * Since when nobody uses a cursor, in milliseconds since 1970. While it is open it may be unwanted
 * already: that counts when it is closed. Not safe for use by several threads.
 */
final class Disuse {

  private long since;
  private long unwantedSince;

  /** Goes on from what is on the disk; 0 if it is used. */
  Disuse(long since) {
    this.since = since;
  }

  /** What belongs on the disk; 0 if it is used. */
  long since() {
    return since;
  }

  boolean isOver() {
    return since == 0;
  }

  /** Whether it began before that time. */
  boolean beganBefore(long time) {
    return since != 0 && since < time;
  }

  /** Somebody has opened it. */
  void end() {
    since = 0;
    unwantedSince = 0;
  }

  /** It is going to be used. */
  void keep() {
    unwantedSince = 0;
  }

  /**
   * Nobody is going to use it.
   *
   * @return whether the disk is to know
   */
  boolean begin(long now, boolean open) {
    if (open) {
      unwantedSince = unwantedSince == 0 ? now : unwantedSince;
      return false;
    }
    boolean begins = since == 0;
    since = begins ? now : since;
    return begins;
  }

  /**
   * It is closed.
   *
   * @return whether the disk is to know
   */
  boolean close() {
    if (unwantedSince == 0) {
      return false;
    }
    since = unwantedSince;
    return true;
  }
}
