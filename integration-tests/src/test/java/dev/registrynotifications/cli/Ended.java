package dev.registrynotifications.cli;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.util.List;

/**
 * A command that has ended.
 *
 * @param code its exit code
 * @param out what it printed
 * @param err what it complained of
 */
public record Ended(int code, List<String> out, List<String> err) {

  /** One that is done, and says so in one line. */
  static Ended done(String line) {
    return new Ended(0, List.of(line), List.of());
  }

  /** One that has failed, and says why in one line. */
  static Ended failed(String line) {
    return new Ended(1, List.of(), List.of(line));
  }

  /** What it printed, which must be JSON and nothing else. */
  JsonNode json() {
    try {
      return new JsonMapper().readTree(String.join("\n", out));
    } catch (JsonProcessingException e) {
      throw new AssertionError("no JSON: " + this, e);
    }
  }

  /** Whether it printed a line of these words, however far they are apart. */
  boolean hasLine(String... words) {
    String wanted = String.join(" ", words);
    return out.stream().map(line -> line.replaceAll("\\s+", " ")).anyMatch(wanted::equals);
  }
}
