package dev.registrynotifications.field;

import com.fasterxml.jackson.databind.JsonNode;
import dev.registrynotifications.audience.Ledger;
import dev.registrynotifications.audience.Notice;
import dev.registrynotifications.audience.Program;
import dev.registrynotifications.audience.Reply;
import dev.registrynotifications.receiver.ReceivedPost;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.regex.Pattern;

/** Takes times in UTC only, as RFC 3339 writes them: with a {@code Z} at the end. */
record StrictTimestamps(Program next) implements Program {

  private static final Pattern UTC =
      Pattern.compile("\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\d(\\.\\d{1,9})?Z");

  @Override
  public Reply take(ReceivedPost post, Ledger ledger) {
    for (JsonNode event : Notice.eventsIn(post)) {
      String timestamp = event.path("timestamp").asText();
      if (!isTime(timestamp)) {
        return Reply.refusal(400, "no time: " + timestamp);
      }
    }
    return next.take(post, ledger);
  }

  private static boolean isTime(String text) {
    try {
      return UTC.matcher(text).matches() && Instant.parse(text).getEpochSecond() > 0;
    } catch (DateTimeParseException e) {
      return false;
    }
  }
}
