package dev.registrynotifications.host.gateway;

import com.google.errorprone.annotations.concurrent.GuardedBy;
import org.jspecify.annotations.Nullable;

/**
 * Lets an answer end only once its bytes are with the client. Jetty's client may tell that an
 * exchange is over, above all one whose request failed after the answer, while a container's thread
 * still has the last of them to write; an end before that is an error. Safe for use by several
 * threads.
 */
final class WritesUnderWay {

  @GuardedBy("this")
  private int count;

  @GuardedBy("this")
  private boolean isBroken;

  @GuardedBy("this")
  private @Nullable Runnable end;

  synchronized void begin() {
    count++;
  }

  /** One write is done. */
  void finish() {
    run(afterOne());
  }

  /** No write will be done any more: the client is gone. */
  void breakOff() {
    run(afterBreak());
  }

  /** Ends now, or after the last write. To be called once. */
  void end(Runnable action) {
    if (isNowOrKept(action)) {
      action.run();
    }
  }

  private synchronized @Nullable Runnable afterOne() {
    count--;
    return count == 0 ? takeEnd() : null;
  }

  private synchronized @Nullable Runnable afterBreak() {
    isBroken = true;
    return takeEnd();
  }

  private synchronized boolean isNowOrKept(Runnable action) {
    if (count == 0 || isBroken) {
      return true;
    }
    end = action;
    return false;
  }

  @GuardedBy("this")
  private @Nullable Runnable takeEnd() {
    Runnable taken = end;
    end = null;
    return taken;
  }

  private static void run(@Nullable Runnable action) {
    if (action != null) {
      action.run();
    }
  }
}
