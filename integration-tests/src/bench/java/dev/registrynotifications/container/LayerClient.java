package dev.registrynotifications.container;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.Socket;

/**
 * Sends and fetches a layer as fast as a socket lets it, so that what is in between sets the pace.
 *
 * @param port of the loopback
 * @param layer how long a layer is, and its digest
 */
record LayerClient(int port, Layer layer) {

  private static final int TIMEOUT_MILLIS = 60_000;
  private static final int BUFFER_BYTES = 256 * 1024;
  private static final String UPLOADS = "/v2/team/app/blobs/uploads/";

  /** Uploads it by one POST. */
  void upload() throws IOException {
    String head = "POST " + UPLOADS + "?digest=" + layer.digest() + " HTTP/1.1";
    try (Socket socket = connect(head, "Content-Length: " + layer.bytes())) {
      OutputStream out = socket.getOutputStream();
      layer.writeTo(out);
      out.flush();
      requireStatus(201, headOf(socket.getInputStream()));
    }
  }

  void download() throws IOException {
    try (Socket socket = connect("GET " + blob() + " HTTP/1.1", "Accept: */*")) {
      InputStream in = socket.getInputStream();
      requireStatus(200, headOf(in));
      byte[] buffer = new byte[BUFFER_BYTES];
      long left = layer.bytes();
      while (left > 0) {
        int count = in.read(buffer, 0, (int) Math.min(buffer.length, left));
        if (count < 0) {
          throw new IOException(left + " bytes of the layer are missing");
        }
        left -= count;
      }
    }
  }

  /** Deletes it, so that the next upload is one. */
  void delete() throws IOException {
    try (Socket socket = connect("DELETE " + blob() + " HTTP/1.1", "Accept: */*")) {
      requireStatus(202, headOf(socket.getInputStream()));
    }
  }

  private String blob() {
    return "/v2/team/app/blobs/" + layer.digest();
  }

  private Socket connect(String requestLine, String header) throws IOException {
    Socket socket = new Socket(InetAddress.getLoopbackAddress(), port);
    socket.setSoTimeout(TIMEOUT_MILLIS);
    String head =
        requestLine
            + "\r\nHost: 127.0.0.1:"
            + port
            + "\r\n"
            + header
            + "\r\nConnection: close\r\n\r\n";
    socket.getOutputStream().write(head.getBytes(ISO_8859_1));
    return socket;
  }

  /** Up to the empty line, byte by byte: the layer follows. */
  private static String headOf(InputStream in) throws IOException {
    ByteArrayOutputStream head = new ByteArrayOutputStream();
    while (!head.toString(ISO_8859_1).endsWith("\r\n\r\n")) {
      int read = in.read();
      if (read < 0) {
        throw new IOException("the answer ends in its head: " + head.toString(ISO_8859_1));
      }
      head.write(read);
    }
    return head.toString(ISO_8859_1);
  }

  private static void requireStatus(int status, String head) throws IOException {
    if (!head.startsWith("HTTP/1.1 " + status)) {
      throw new IOException("not answered with " + status + ": " + head);
    }
  }
}
