package dev.registrynotifications.config.reader;

import dev.registrynotifications.config.BatchConfig;
import dev.registrynotifications.config.yaml.MappingReader;

/**
 * Reads {@code batch}, which asks for batches by being there: many receivers of the original's
 * events look at the first one of a request only.
 */
final class BatchReader {

  /**
   * The journal remembers what became of so many events beyond the oldest one that an endpoint
   * hasn't had ({@code Cursor.WINDOW}): it hands out no more of them, and no batch gets larger.
   */
  private static final int MAX_EVENTS = 4_096;

  /** An event alone may be larger, and is sent nevertheless; a bound below is a unit forgotten. */
  private static final long MIN_BYTES = 1024;

  private BatchReader() {}

  static BatchConfig read(MappingReader endpoint) {
    return endpoint
        .mappingIfPresent("batch")
        .map(BatchReader::readPresent)
        .orElse(BatchConfig.SINGLE);
  }

  private static BatchConfig readPresent(MappingReader reader) {
    BatchConfig byDefault = BatchConfig.DEFAULT;
    BatchConfig batch =
        new BatchConfig(
            reader.positive("maxEvents", byDefault.maxEvents(), MAX_EVENTS),
            reader.size("maxBytes", byDefault.maxBytes(), MIN_BYTES),
            reader.duration("linger", byDefault.linger()));
    reader.rejectUnknownKeys();
    return batch;
  }
}
