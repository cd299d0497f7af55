package dev.registrynotifications.journal.verify;

/** How many bytes of all files are read, for those who wait. Confined to one thread. */
final class ReadCount {

  private final VerificationProgress progress;
  private final long total;
  private long finished;

  ReadCount(VerificationProgress progress, long total) {
    this.progress = progress;
    this.total = total;
  }

  /** So many bytes of the file at hand are read. */
  void at(long position) {
    progress.onProgress(finished + position, total);
  }

  /** The file at hand is done with. */
  void finish(long bytes) {
    finished += bytes;
    at(0);
  }
}
