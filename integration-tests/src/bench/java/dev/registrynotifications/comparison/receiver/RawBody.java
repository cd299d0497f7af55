package dev.registrynotifications.comparison.receiver;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.UUID;

/**
 * The body of a request, as both registries lay it out. It is searched, not parsed: that would be
 * most of the receiver's work.
 *
 * @param text one character for each byte
 */
public record RawBody(String text) {

  /** Each event has one, and nothing else does. */
  private static final String MARK = "\"timestamp\"";

  /** Stands before an event's mark; the request within an event has one, too. */
  private static final String ID = "\"id\": \"";

  private static final int ID_LENGTH = 36;

  /** How many events it has. */
  int events() {
    int events = 0;
    for (int at = text.indexOf(MARK); at >= 0; at = text.indexOf(MARK, at + MARK.length())) {
      events++;
    }
    return events;
  }

  /** Their ids. */
  List<UUID> ids() {
    List<UUID> ids = new ArrayList<>();
    for (int at = text.indexOf(MARK); at >= 0; at = text.indexOf(MARK, at + MARK.length())) {
      int id = text.lastIndexOf(ID, at) + ID.length();
      ids.add(UUID.fromString(text.substring(id, id + ID_LENGTH)));
    }
    return ids;
  }

  /** The same with so many copies of what is in it. */
  public RawBody times(int copies) {
    int begin = text.indexOf('[') + 1;
    int end = text.lastIndexOf(']');
    String inner = text.substring(begin, end).strip();
    return new RawBody(
        text.substring(0, begin)
            + String.join(",", Collections.nCopies(copies, inner))
            + text.substring(end));
  }
}
