package dev.registrynotifications.observe;

import jakarta.servlet.ReadListener;
import jakarta.servlet.ServletInputStream;
import java.io.IOException;

/** Reads a body without blocking, and throws it away. */
record Reading(ServletInputStream in, Runnable atTheEnd) implements ReadListener {

  @Override
  public void onDataAvailable() throws IOException {
    byte[] buffer = new byte[16];
    while (in.isReady() && in.read(buffer) >= 0) {
      // The filter counts.
    }
  }

  @Override
  public void onAllDataRead() {
    atTheEnd.run();
  }

  @Override
  public void onError(Throwable failure) {
    throw new AssertionError(failure);
  }
}
