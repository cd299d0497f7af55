package dev.registrynotifications.reload;

/**
 * Decides at which looks something is tried again that has failed: at the next one, then at fewer
 * and fewer. Confined to the config thread.
 */
final class Pace {

  /** With a look every five seconds, a minute. */
  private static final int MOST_LOOKS = 12;

  private int pause;
  private int left;

  /** Takes note of how it ended. */
  void record(boolean failed) {
    pause = failed ? Math.min(MOST_LOOKS, Math.max(1, 2 * pause)) : 0;
    left = pause;
  }

  /** It is something else that is tried from now on. */
  void begin() {
    pause = 0;
    left = 0;
  }

  /** Looks once. Returns whether it is to be tried at this look. */
  boolean isDue() {
    if (left > 0) {
      left--;
    }
    return pause > 0 && left == 0;
  }
}
