package dev.registrynotifications.journal.file;

/** The thread on which a log's house is kept. For its log. */
final class HousekeeperThread {

  private final Housekeeper housekeeper;
  private final Thread thread;

  HousekeeperThread(Housekeeper housekeeper) {
    this.housekeeper = housekeeper;
    this.thread = new Thread(housekeeper, "notify-journal");
    thread.setDaemon(true);
  }

  void start() {
    thread.start();
  }

  /** Waits until what is being done is done; an interrupt doesn't change that. */
  void end() {
    housekeeper.stop();
    boolean interrupted = false;
    while (thread.isAlive()) {
      try {
        thread.join();
      } catch (InterruptedException e) {
        interrupted = true;
      }
    }
    if (interrupted) {
      Thread.currentThread().interrupt();
    }
  }
}
