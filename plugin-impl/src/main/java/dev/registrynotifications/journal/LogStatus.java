package dev.registrynotifications.journal;

import dev.registrynotifications.measure.Latencies;
import java.util.Optional;

/**
 * What a log holds at one moment, and how it fares.
 *
 * @param type the kind of log, as the configuration names it
 * @param id names the log's sequences: another log, even in the same place, has another id
 * @param trouble what keeps it from writing; empty if all is well
 * @param contents how much is in it
 * @param damages how many damaged places were found and passed over since it was opened
 * @param syncs how long it took lately to force its files to the disk
 */
public record LogStatus(
    String type,
    String id,
    Optional<String> trouble,
    Contents contents,
    long damages,
    Latencies syncs) {

  /**
   * How much is in a log.
   *
   * @param records how many events
   * @param bytes how many bytes they take
   * @param maxBytes how many they may take
   * @param firstSequence the oldest event's sequence; 0 if there is none
   * @param lastSequence the last sequence given; 0 before the first
   * @param segments in how many files; 0 in memory
   * @param buffered how many of the events wait in memory to be written
   */
  public record Contents(
      long records,
      long bytes,
      long maxBytes,
      long firstSequence,
      long lastSequence,
      int segments,
      int buffered) {}
}
