package dev.registrynotifications.observe;

import java.io.PrintWriter;
import java.io.Writer;

/**
 * An answer's text that is watched as the registry writes it.
 *
 * <p>Rejected: a writer of our own on the watched stream. The server's adds the encoding to the
 * content type.
 */
final class ObservedWriter extends Writer {

  private final PrintWriter delegate;
  private final TextTee tee;
  private final BodyWatch watch;

  ObservedWriter(PrintWriter delegate, TextTee tee, BodyWatch watch) {
    this.delegate = delegate;
    this.tee = tee;
    this.watch = watch;
  }

  @Override
  public void write(char[] text, int offset, int length) {
    watch.beforeWrite();
    delegate.write(text, offset, length);
    tee.pass(text, offset, length);
  }

  @Override
  public void flush() {
    watch.beforeWrite();
    delegate.flush();
    noteFailure();
  }

  @Override
  public void close() {
    watch.beforeWrite();
    delegate.close();
    noteFailure();
  }

  /** The server's writer tells nothing by itself. */
  private void noteFailure() {
    if (hasFailed()) {
      watch.failed();
    }
  }

  /** Whether the server's writer has failed; it flushes. */
  boolean hasFailed() {
    return delegate.checkError();
  }
}
