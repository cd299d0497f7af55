package dev.registrynotifications.metrics;

import dev.registrynotifications.journal.LogListener;
import dev.registrynotifications.management.JournalMXBean;

/** Announces how the log fares. */
record JournalAnnouncer(Announcements announcements) implements LogListener {

  @Override
  public void onFailing(String why) {
    announcements.announce(JournalMXBean.FAILING, "The journal can't be written: " + why);
  }

  @Override
  public void onRecovered() {
    announcements.announce(JournalMXBean.RECOVERED, "The journal is written again");
  }
}
