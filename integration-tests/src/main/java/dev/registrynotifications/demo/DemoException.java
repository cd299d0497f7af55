package dev.registrynotifications.demo;

/** The demonstration can't show what it promises; the message says why in one line. */
final class DemoException extends RuntimeException {

  private static final long serialVersionUID = 1;

  DemoException(String message) {
    super(message);
  }

  DemoException(String message, Throwable cause) {
    super(message + ": " + cause.getMessage(), cause);
  }
}
