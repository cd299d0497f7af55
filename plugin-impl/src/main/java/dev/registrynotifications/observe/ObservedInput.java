package dev.registrynotifications.observe;

import jakarta.servlet.ReadListener;
import jakarta.servlet.ServletInputStream;
import java.io.IOException;

/** A request's body that is counted as the registry reads it. */
final class ObservedInput extends ServletInputStream {

  private final ServletInputStream delegate;
  private final Tee tee;

  ObservedInput(ServletInputStream delegate, Tee tee) {
    this.delegate = delegate;
    this.tee = tee;
  }

  @Override
  public int read() throws IOException {
    int read = delegate.read();
    if (read >= 0) {
      tee.write(read);
    }
    return read;
  }

  @Override
  public int read(byte[] bytes, int offset, int length) throws IOException {
    int count = delegate.read(bytes, offset, length);
    if (count > 0) {
      tee.write(bytes, offset, count);
    }
    return count;
  }

  @Override
  public int available() throws IOException {
    return delegate.available();
  }

  @Override
  public void close() throws IOException {
    delegate.close();
  }

  @Override
  public boolean isFinished() {
    return delegate.isFinished();
  }

  @Override
  public boolean isReady() {
    return delegate.isReady();
  }

  @Override
  public void setReadListener(ReadListener listener) {
    delegate.setReadListener(listener);
  }
}
