package dev.registrynotifications.registry;

import java.io.IOException;

/** What a client uploaded isn't what it said it would. */
public final class DigestMismatchException extends IOException {

  /** Names both digests in the message. */
  public DigestMismatchException(Digest expected, Digest actual) {
    super("Could not commit the blob " + expected + ": the bytes received have " + actual);
  }
}
