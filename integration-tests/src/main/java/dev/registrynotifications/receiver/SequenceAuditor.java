package dev.registrynotifications.receiver;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What a receiver does that wants to know what it misses: reads {@value #HEADER} of each post of
 * one endpoint, whatever it answers, in whatever order they come. Not safe for several threads.
 *
 * <p>Each post says which event its endpoint was to get before: if that never came, something is
 * missing in between.
 */
public final class SequenceAuditor {

  /** The header that tells where in the registry's log a post's events are. */
  public static final String HEADER = "Registry-Notifications-Sequence";

  private static final Pattern VALUE =
      Pattern.compile("(\\S+); (\\d+)-(\\d+)(?:; previous=(\\d+))?");

  private static final long UNKNOWN = -1;

  private final Map<String, TreeMap<Long, Range>> logs = new TreeMap<>();

  /** The events of one post, and the one before them, which a replay may not know any more. */
  private record Range(long first, long last, long previous) {

    boolean agreesWith(Range before) {
      return first == before.first
          && last == before.last
          && (previous == UNKNOWN || previous == before.previous);
    }
  }

  /**
   * Something is missing.
   *
   * @param log the log's id
   * @param after the last event that came before; 0 if there was none
   * @param before the first one that came after
   */
  public record Gap(String log, long after, long before) {}

  /**
   * Takes note of a post.
   *
   * @throws IllegalArgumentException if it has no such header, or another one than the same event
   *     had before
   */
  public void accept(ReceivedPost post) {
    String header = post.header(HEADER).orElse("");
    Matcher value = VALUE.matcher(header);
    if (!value.matches()) {
      throw new IllegalArgumentException("not a sequence: \"" + header + "\"");
    }
    Range range =
        new Range(
            Long.parseLong(value.group(2)),
            Long.parseLong(value.group(3)),
            value.group(4) == null ? UNKNOWN : Long.parseLong(value.group(4)));
    TreeMap<Long, Range> ranges = logs.computeIfAbsent(value.group(1), id -> new TreeMap<>());
    Range before = ranges.putIfAbsent(range.first(), range);
    if (before != null && !range.agreesWith(before)) {
      throw new IllegalArgumentException(before + " came as " + range + " now");
    }
  }

  /** What is missing among what came so far: nothing behind the newest event is known yet. */
  public List<Gap> gaps() {
    List<Gap> gaps = new ArrayList<>();
    logs.forEach(
        (log, ranges) -> {
          long last = 0;
          for (Range range : ranges.values()) {
            if (range.previous() > last) {
              gaps.add(new Gap(log, last, range.first()));
            }
            last = range.last();
          }
        });
    return gaps;
  }
}
