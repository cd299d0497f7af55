package dev.registrynotifications.container;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;

/**
 * A registry that is no obstacle: it throws away what is uploaded and has one layer to download.
 *
 * @param server where it listens
 */
record LayerSource(ServerSocket server, Layer layer) implements AutoCloseable {

  private static final String CONTENT_LENGTH = "content-length:";

  static LayerSource start(Layer layer) throws IOException {
    LayerSource source =
        new LayerSource(new ServerSocket(0, 50, InetAddress.getLoopbackAddress()), layer);
    Thread thread = new Thread(source::accept, "layer-source");
    thread.setDaemon(true);
    thread.start();
    return source;
  }

  URI uri() {
    return URI.create("http://127.0.0.1:" + server.getLocalPort());
  }

  private void accept() {
    try {
      while (true) {
        Socket client = server.accept();
        Thread thread = new Thread(() -> serve(client), "layer-source-client");
        thread.setDaemon(true);
        thread.start();
      }
    } catch (IOException e) {
      if (!server.isClosed()) {
        throw new UncheckedIOException(e);
      }
    }
  }

  private void serve(Socket client) {
    try (client) {
      InputStream in = new BufferedInputStream(client.getInputStream(), 256 * 1024);
      OutputStream out = client.getOutputStream();
      String line = readLine(in);
      while (!line.isEmpty()) {
        in.skipNBytes(bodyLength(in));
        answer(line, out);
        line = readLine(in);
      }
    } catch (IOException e) {
      // The gateway closes connections that it doesn't need any more.
    }
  }

  private void answer(String requestLine, OutputStream out) throws IOException {
    if (requestLine.startsWith("GET")) {
      out.write(head("200 OK", layer.bytes()));
      layer.writeTo(out);
    } else {
      out.write(head(requestLine.startsWith("POST") ? "201 Created" : "202 Accepted", 0));
    }
    out.flush();
  }

  private byte[] head(String status, long length) {
    String digest = "Docker-Content-Digest: " + layer.digest();
    return "HTTP/1.1 %s\r\nContent-Length: %d\r\n%s\r\n\r\n"
        .formatted(status, length, digest)
        .getBytes(ISO_8859_1);
  }

  private static long bodyLength(InputStream in) throws IOException {
    long length = 0;
    for (String line = readLine(in); !line.isEmpty(); line = readLine(in)) {
      if (line.regionMatches(true, 0, CONTENT_LENGTH, 0, CONTENT_LENGTH.length())) {
        length = Long.parseLong(line.substring(CONTENT_LENGTH.length()).strip());
      }
    }
    return length;
  }

  /** Empty at the end of a head, and of the connection. */
  private static String readLine(InputStream in) throws IOException {
    StringBuilder line = new StringBuilder();
    for (int read = in.read(); read >= 0 && read != '\n'; read = in.read()) {
      line.append((char) read);
    }
    return line.toString().strip();
  }

  @Override
  public void close() throws IOException {
    server.close();
  }
}
