package dev.registrynotifications.observe;

import static java.nio.charset.StandardCharsets.UTF_8;

import jakarta.servlet.ServletOutputStream;
import jakarta.servlet.WriteListener;
import java.io.IOException;
import java.util.concurrent.atomic.AtomicBoolean;

/** Writes a body without blocking. */
record Writing(ServletOutputStream out, String body, Runnable atTheEnd, AtomicBoolean isWritten)
    implements WriteListener {

  Writing(ServletOutputStream out, String body, Runnable atTheEnd) {
    this(out, body, atTheEnd, new AtomicBoolean());
  }

  @Override
  public void onWritePossible() throws IOException {
    if (out.isReady() && isWritten.compareAndSet(false, true)) {
      out.write(body.getBytes(UTF_8));
    }
    if (isWritten.get() && out.isReady()) {
      atTheEnd.run();
    }
  }

  @Override
  public void onError(Throwable failure) {
    throw new AssertionError(failure);
  }
}
