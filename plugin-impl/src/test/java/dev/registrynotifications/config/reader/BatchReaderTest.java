package dev.registrynotifications.config.reader;

import static org.assertj.core.api.Assertions.assertThat;

import dev.registrynotifications.config.BatchConfig;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class BatchReaderTest {

  @TempDir private Path directory;

  @ParameterizedTest
  @ValueSource(strings = {"", "batch:", "batch: ~"})
  void sendsEventsOneByOneUnlessItIsToldOtherwise(String keys) {
    assertThat(read(keys)).isEqualTo(BatchConfig.SINGLE);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "batch: {}",
        "batch: {maxEvents: , maxBytes: , linger: }",
        "batch: {maxEvents: 0, linger: 0}",
        "batch: {maxEvents: 100, maxBytes: 256KiB, linger: 0s}"
      })
  void sendsAHundredEventsAtOnceIfItIsToldNothingElse(String keys) {
    assertThat(read(keys)).isEqualTo(BatchConfig.DEFAULT);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "batch: {maxEvents: 4096, maxBytes: 1KiB, linger: 250ms}",
        "batch: {maxevents: 4096, maxbytes: 1KiB, linger: 250ms}"
      })
  void readsEveryKey(String keys) {
    assertThat(read(keys)).isEqualTo(new BatchConfig(4096, 1024, Duration.ofMillis(250)));
  }

  @Test
  void keepsTheDefaultsOfWhatIsNotSaid() {
    assertThat(read("batch: {maxEvents: 5}"))
        .isEqualTo(new BatchConfig(5, 256 * 1024, Duration.ZERO));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "batch: 100               | 5:14: batch must be a mapping, not a single value",
        "batch: [100]             | 5:14: batch must be a mapping, not a list",
        "batch: {maxEvents: 4097} | 5:26: batch.maxEvents must be at most 4096, not \"4097\"",
        "batch: {maxEvents: all}  | 5:26: batch.maxEvents must be a whole number, not \"all\"",
        "batch: {maxBytes: 1023B} | 5:25: batch.maxBytes must be at least 1KiB, not \"1023B\"",
        "batch: {maxBytes: 1024}  | 5:25: batch.maxBytes has no unit; write \"1024B\" or"
            + " \"1024MiB\"",
        "batch: {linger: 1}       | 5:23: batch.linger has no unit (distribution would read"
            + " nanoseconds); write \"1ms\" or \"1s\"",
        "batch: {size: 1}         | 5:15: batch.size isn't known; the keys here are [linger,"
            + " maxBytes, maxEvents]"
      })
  void namesEachMistakeWithItsPlace(String keys, String mistake) {
    assertThat(new EndpointFile(directory).mistakes(keys)).containsExactly(mistake);
  }

  private BatchConfig read(String keys) {
    return new EndpointFile(directory).read(keys).batch();
  }
}
