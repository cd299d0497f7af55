package dev.registrynotifications.host.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class WritesUnderWayTest {

  private final WritesUnderWay writes = new WritesUnderWay();
  private final AtomicInteger ends = new AtomicInteger();

  @Test
  void endsAtOnceWhereNothingIsWritten() {
    writes.end(ends::incrementAndGet);

    assertThat(ends).hasValue(1);
  }

  @Test
  void endsAfterTheLastWrite() {
    writes.begin();
    writes.begin();
    writes.end(ends::incrementAndGet);
    writes.finish();
    assertThat(ends).hasValue(0);

    writes.finish();

    assertThat(ends).hasValue(1);
  }

  @Test
  void endsAtOnceWhereAllIsWritten() {
    writes.begin();
    writes.finish();

    writes.end(ends::incrementAndGet);

    assertThat(ends).hasValue(1);
  }

  @Test
  void endsOnceTheClientIsGone() {
    writes.begin();
    writes.end(ends::incrementAndGet);

    writes.breakOff();

    assertThat(ends).hasValue(1);
  }

  @Test
  void waitsForNoWriteOnceTheClientIsGone() {
    writes.begin();
    writes.breakOff();

    writes.end(ends::incrementAndGet);

    assertThat(ends).hasValue(1);
  }

  @Test
  void endsOnlyOnce() {
    writes.begin();
    writes.end(ends::incrementAndGet);

    writes.breakOff();
    writes.finish();

    assertThat(ends).hasValue(1);
  }
}
