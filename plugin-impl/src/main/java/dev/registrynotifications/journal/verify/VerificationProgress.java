package dev.registrynotifications.journal.verify;

/** Is told how far a verification is: after each record, so that it must be quick. */
@FunctionalInterface
public interface VerificationProgress {

  /**
   * So many bytes are looked at.
   *
   * @param total how many there were at the beginning; a journal in use may get more
   */
  void onProgress(long done, long total);
}
