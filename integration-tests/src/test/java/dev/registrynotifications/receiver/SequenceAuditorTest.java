package dev.registrynotifications.receiver;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.registrynotifications.receiver.SequenceAuditor.Gap;
import java.nio.ByteBuffer;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class SequenceAuditorTest {

  private final SequenceAuditor auditor = new SequenceAuditor();

  @Test
  void seesNoGapWhereOnlySequencesAreMissing() {
    accept("log; 3-3; previous=0", "log; 5-5; previous=3", "log; 1000007-1000007; previous=5");

    assertThat(auditor.gaps()).isEmpty();
  }

  @Test
  void seesWhatIsMissingInBetweenAndBeforeTheFirst() {
    accept("log; 3-3; previous=2", "log; 4-4; previous=3", "log; 9-9; previous=7");

    assertThat(auditor.gaps()).containsExactly(new Gap("log", 0, 3), new Gap("log", 4, 9));
  }

  @Test
  void doesNotMindTheOrderOrRepetitionsOrBatches() {
    accept("log; 9-12; previous=8", "log; 1-1; previous=0", "log; 13-13; previous=12");
    assertThat(auditor.gaps()).containsExactly(new Gap("log", 1, 9));

    accept("log; 2-8; previous=1", "log; 1-1; previous=0");
    assertThat(auditor.gaps()).isEmpty();
  }

  @Test
  void keepsLogsApart() {
    accept("one; 1-1; previous=0", "two; 1-1; previous=0", "two; 3-3; previous=2");

    assertThat(auditor.gaps()).containsExactly(new Gap("two", 1, 3));
  }

  @Test
  void refusesWhatContradictsItself() {
    accept("log; 4-4; previous=3");

    assertThatThrownBy(() -> accept("log; 4-4; previous=2"))
        .hasMessageContaining("previous=3")
        .hasMessageContaining("previous=2");
    assertThatThrownBy(() -> accept("log; 4")).hasMessageContaining("not a sequence");
  }

  private void accept(String... headers) {
    for (String header : headers) {
      Map<String, List<String>> all = Map.of(SequenceAuditor.HEADER, List.of(header));
      auditor.accept(new ReceivedPost("POST", "/", all, ByteBuffer.allocate(0), Instant.EPOCH));
    }
  }
}
