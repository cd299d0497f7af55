package dev.registrynotifications.observe;

import jakarta.servlet.ServletOutputStream;
import jakarta.servlet.WriteListener;
import java.io.IOException;
import java.nio.charset.Charset;
import java.util.function.Supplier;

/** An answer's body that is watched as the registry writes it. */
final class ObservedOutput extends ServletOutputStream {

  private final ServletOutputStream delegate;
  private final Supplier<Charset> charset;
  private final Tee tee;
  private final BodyWatch watch;

  /**
   * Watches a stream.
   *
   * @param charset what text is written in at the moment
   */
  ObservedOutput(
      ServletOutputStream delegate, Supplier<Charset> charset, Tee tee, BodyWatch watch) {
    this.delegate = delegate;
    this.charset = charset;
    this.tee = tee;
    this.watch = watch;
  }

  private interface Write {
    void run() throws IOException;
  }

  @Override
  public void write(int value) throws IOException {
    watched(() -> delegate.write(value));
    tee.write(value);
  }

  @Override
  public void write(byte[] bytes, int offset, int length) throws IOException {
    watched(() -> delegate.write(bytes, offset, length));
    tee.write(bytes, offset, length);
  }

  /** The server's own: not each can do no more than ISO 8859-1, as this class's parent can. */
  @Override
  public void print(String text) throws IOException {
    watched(() -> delegate.print(text));
    byte[] bytes = String.valueOf(text).getBytes(charset.get());
    tee.write(bytes, 0, bytes.length);
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
