package dev.registrynotifications.journal.cursor;

import dev.registrynotifications.journal.LoggedEvent;
import org.jspecify.annotations.Nullable;

/**
 * What a cursor does with a record that it has come to.
 *
 * @param event what its subscriber gets; null if it isn't for it
 * @param goesOn whether it goes on to the next record, or comes back when something is acknowledged
 */
record Look(@Nullable LoggedEvent event, boolean goesOn) {

  static final Look PASS = new Look(null, true);
  static final Look WAIT = new Look(null, false);

  boolean waits() {
    return event == null && !goesOn;
  }

  static Look take(LoggedEvent event) {
    return new Look(event, false);
  }
}
