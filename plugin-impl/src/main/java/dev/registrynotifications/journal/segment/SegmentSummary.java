package dev.registrynotifications.journal.segment;

/**
 * What is in a segment.
 *
 * @param records how many intact records
 * @param firstSequence the first one's sequence; 0 if there is none
 * @param lastSequence the highest sequence; 0 if there is none
 * @param lastTime the latest time of a record, in milliseconds since 1970: not necessarily the last
 *     one's, for clocks may go back
 * @param end the offset behind the last intact record
 */
public record SegmentSummary(
    long records, long firstSequence, long lastSequence, long lastTime, long end) {

  /** What is in a segment that nothing was written to yet. */
  public static final SegmentSummary EMPTY = new SegmentSummary(0, 0, 0, 0, 0);

  /** The same, with one record more. */
  public SegmentSummary plus(long sequence, long time, long newEnd) {
    return new SegmentSummary(
        records + 1,
        records == 0 ? sequence : firstSequence,
        Math.max(lastSequence, sequence),
        Math.max(lastTime, time),
        newEnd);
  }
}
