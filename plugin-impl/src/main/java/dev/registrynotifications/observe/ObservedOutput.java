package dev.registrynotifications.observe;

import jakarta.servlet.ServletOutputStream;
import jakarta.servlet.WriteListener;
import java.io.IOException;

/** An answer's body that is watched as the registry writes it. */
final class ObservedOutput extends ServletOutputStream {

  private final ServletOutputStream delegate;
  private final BodyWatch watch;

  ObservedOutput(ServletOutputStream delegate, BodyWatch watch) {
    this.delegate = delegate;
    this.watch = watch;
  }

  private interface Write {
    void run() throws IOException;
  }

  @Override
  public void write(int value) throws IOException {
    watched(() -> delegate.write(value));
    watch.wrote(new byte[] {(byte) value}, 0, 1);
  }

  @Override
  public void write(byte[] bytes, int offset, int length) throws IOException {
    watched(() -> delegate.write(bytes, offset, length));
    watch.wrote(bytes, offset, length);
  }

  @Override
  public void flush() throws IOException {
    watched(delegate::flush);
  }

  @Override
  public void close() throws IOException {
    watched(delegate::close);
  }

  private void watched(Write write) throws IOException {
    watch.beforeWrite();
    try {
      write.run();
    } catch (IOException | RuntimeException e) {
      watch.failed();
      throw e;
    }
  }

  @Override
  public boolean isReady() {
    return delegate.isReady();
  }

  @Override
  public void setWriteListener(WriteListener listener) {
    delegate.setWriteListener(new Watching(listener, watch));
  }

  /** Hears of failures that no write tells of. */
  private record Watching(WriteListener delegate, BodyWatch watch) implements WriteListener {

    @Override
    public void onWritePossible() throws IOException {
      delegate.onWritePossible();
    }

    @Override
    public void onError(Throwable failure) {
      watch.failed();
      delegate.onError(failure);
    }
  }
}
