package dev.registrynotifications.observe;

import java.io.IOException;
import java.io.Reader;

/**
 * A request's text that is counted as the registry reads it.
 *
 * <p>Rejected: a reader of our own on the counted stream. How bytes become text is the server's
 * affair.
 */
final class ObservedReader extends Reader {

  private final Reader delegate;
  private final TextTee tee;

  ObservedReader(Reader delegate, TextTee tee) {
    this.delegate = delegate;
    this.tee = tee;
  }

  @Override
  public int read(char[] text, int offset, int length) throws IOException {
    int count = delegate.read(text, offset, length);
    if (count > 0) {
      tee.pass(text, offset, count);
    }
    return count;
  }

  @Override
  public boolean ready() throws IOException {
    return delegate.ready();
  }

  @Override
  public void close() throws IOException {
    delegate.close();
  }
}
