package dev.registrynotifications.endpoint.sockets;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * A request as it came over a socket.
 *
 * @param path where it was sent
 * @param headers by their names in lower case
 * @param body the envelope
 */
record Request(String path, Map<String, String> headers, String body) {

  private static final Pattern ID = Pattern.compile("\"id\": \"(.*?)\"");

  Request {
    headers = Map.copyOf(headers);
  }

  /** Reads the next one; empty if the client has left instead. */
  static Optional<Request> read(InputStream in) throws IOException {
    String first = line(in);
    if (first.isEmpty()) {
      return Optional.empty();
    }
    Map<String, String> headers = new HashMap<>();
    for (String header = line(in); !header.isEmpty(); header = line(in)) {
      String[] parts = header.split(": ", 2);
      headers.put(parts[0].toLowerCase(Locale.ROOT), parts[1]);
    }
    byte[] body = in.readNBytes(Integer.parseInt(headers.get("content-length")));
    return Optional.of(new Request(first.split(" ", 3)[1], headers, new String(body, UTF_8)));
  }

  /** A line without its end; empty also at the end of all. */
  private static String line(InputStream in) throws IOException {
    StringBuilder line = new StringBuilder();
    for (int next = in.read(); next != '\n'; next = in.read()) {
      if (next < 0 && line.length() == 0) {
        return "";
      }
      if (next < 0) {
        throw new EOFException("Could not read a request: the client left within it");
      }
      line.append((char) next);
    }
    return line.toString().strip();
  }

  /** The ids of its events, in their order. */
  List<String> ids() {
    return ID.matcher(body).results().map(found -> found.group(1)).toList();
  }

  boolean has(String id) {
    return ids().contains(id);
  }
}
