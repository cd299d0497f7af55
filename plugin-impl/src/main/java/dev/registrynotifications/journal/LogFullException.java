package dev.registrynotifications.journal;

/** An event couldn't be taken: the log can't be written, and its buffer in memory is full. */
public final class LogFullException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  /** Says what keeps the log from writing. */
  public LogFullException(String message) {
    super(message);
  }
}
