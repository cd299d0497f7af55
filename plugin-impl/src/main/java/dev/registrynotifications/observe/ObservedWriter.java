package dev.registrynotifications.observe;

import java.io.IOException;
import java.io.Writer;
import java.nio.charset.Charset;

/**
 * An answer's text that is watched as the registry writes it.
 *
 * <p>Rejected: a writer of our own on the watched stream. The server's adds the encoding to the
 * content type.
 */
final class ObservedWriter extends Writer {

  private final Writer delegate;
  private final Charset charset;
  private final BodyWatch watch;

  ObservedWriter(Writer delegate, Charset charset, BodyWatch watch) {
    this.delegate = delegate;
    this.charset = charset;
    this.watch = watch;
  }

  @Override
  public void write(char[] text, int offset, int length) throws IOException {
    watch.beforeWrite();
    delegate.write(text, offset, length);
    byte[] bytes = new String(text, offset, length).getBytes(charset);
    watch.wrote(bytes, 0, bytes.length);
  }

  @Override
  public void flush() throws IOException {
    watch.beforeWrite();
    delegate.flush();
  }

  @Override
  public void close() throws IOException {
    watch.beforeWrite();
    delegate.close();
  }
}
