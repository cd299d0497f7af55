package dev.registrynotifications.journal.cursor;

import dev.registrynotifications.journal.segment.RecordView;
import java.util.Optional;
import java.util.function.BooleanSupplier;

/** What a log has behind the end of its files, while it can't write them. */
@FunctionalInterface
public interface Tail {

  /**
   * The first record behind a sequence, for a reader at the end of the files.
   *
   * @param atEnd asked while nothing is being written: whether the reader still is at the end
   */
  Optional<RecordView> after(long sequence, BooleanSupplier atEnd);
}
