package dev.registrynotifications.journal;

/**
 * Is told when a log can no longer be written, and when it can be again. Called on a thread of the
 * log, which does nothing else meanwhile.
 */
public interface LogListener {

  /** Events wait in memory from now on. The reason is for people. */
  void onFailing(String why);

  /** What waited in memory has been written. */
  void onRecovered();
}
