package dev.registrynotifications.host.http;

import java.io.IOException;

/** The connection broke in the middle of a request: not the registry's fault, and no news. */
public final class ClientGoneException extends IOException {

  private final IOException failure;

  public ClientGoneException(IOException failure) {
    super(
        "Could not finish the request: the client is gone (" + failure.getMessage() + ")", failure);
    this.failure = failure;
  }

  /** What reading or writing failed with: a container knows its own exceptions. */
  public IOException failure() {
    return failure;
  }

  /** Runs something whose failures are the connection's. */
  public static void unless(ConnectionUse use) throws ClientGoneException {
    try {
      use.run();
    } catch (IOException e) {
      throw new ClientGoneException(e);
    }
  }

  /** Reads from or writes to the client. */
  @FunctionalInterface
  public interface ConnectionUse {
    void run() throws IOException;
  }
}
