package dev.registrynotifications.host.http;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;

/** Tells failures of the connection from those of the storage that the bytes are written to. */
public final class ClientStream extends FilterInputStream {

  public ClientStream(InputStream body) {
    super(body);
  }

  @Override
  public int read() throws IOException {
    try {
      return super.read();
    } catch (IOException e) {
      throw new ClientGoneException(e);
    }
  }

  @Override
  public int read(byte[] bytes, int offset, int length) throws IOException {
    try {
      return super.read(bytes, offset, length);
    } catch (IOException e) {
      throw new ClientGoneException(e);
    }
  }
}
