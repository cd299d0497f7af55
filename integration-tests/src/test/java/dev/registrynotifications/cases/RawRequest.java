package dev.registrynotifications.cases;

import static dev.registrynotifications.Patience.DEADLINE;
import static java.nio.charset.StandardCharsets.US_ASCII;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Writer;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.Charset;

/**
 * A GET with headers that {@link java.net.http.HttpClient} doesn't let through: bytes that aren't
 * ASCII, an empty value, another {@code Host}.
 *
 * @param path what to get
 * @param host the {@code Host} header; empty for the registry's own address
 * @param headers the other header lines, {@code \r\n} after each
 * @param charset how the headers are turned into bytes
 */
public record RawRequest(String path, String host, String headers, Charset charset) {

  /** Sends it and returns the status answered. */
  int sendTo(URI registry) {
    try (Socket socket = new Socket(registry.getHost(), registry.getPort())) {
      socket.setSoTimeout((int) DEADLINE.toMillis());
      socket.getOutputStream().write(head(registry).getBytes(charset));
      return statusFrom(socket);
    } catch (IOException e) {
      throw new AssertionError("Could not send " + this + ": " + e, e);
    }
  }

  /** With another request behind it: when that is answered, the server has done with this one. */
  private String head(URI registry) {
    String hostHeader = host.isEmpty() ? registry.getAuthority() : host;
    return "GET %s HTTP/1.1\r\nHost: %s\r\n%s\r\n".formatted(path, hostHeader, headers)
        + "GET /v2/ HTTP/1.1\r\nHost: %s\r\nConnection: close\r\n\r\n".formatted(hostHeader);
  }

  private static int statusFrom(Socket socket) throws IOException {
    BufferedReader answer =
        new BufferedReader(new InputStreamReader(socket.getInputStream(), US_ASCII));
    String statusLine = answer.readLine();
    if (statusLine == null || !statusLine.startsWith("HTTP/1.1 ")) {
      throw new IOException("not a status line: " + statusLine);
    }
    // To the end: who leaves earlier may be taken for one that doesn't want the answer.
    answer.transferTo(Writer.nullWriter());
    return Integer.parseInt(statusLine.substring(9, 12));
  }
}
