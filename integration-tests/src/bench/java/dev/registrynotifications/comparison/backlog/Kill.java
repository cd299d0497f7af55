package dev.registrynotifications.comparison.backlog;

import dev.registrynotifications.comparison.receiver.Tally;

/**
 * A registry was killed, and started again.
 *
 * @param pending how many events waited when it was killed
 * @param tally what the receiver had got in the end
 */
record Kill(long pending, Tally tally) {

  long arrived() {
    return tally.ids();
  }

  long lost() {
    return pending - tally.ids();
  }

  long duplicated() {
    return tally.events() - tally.ids();
  }
}
