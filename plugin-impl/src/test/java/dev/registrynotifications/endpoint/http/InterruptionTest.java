package dev.registrynotifications.endpoint.http;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.common.util.concurrent.Uninterruptibles;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class InterruptionTest {

  private final Interruption interruption = new Interruption();

  @AfterEach
  void leaveTheThreadAsItWas() {
    boolean unused = Thread.interrupted();
  }

  @Test
  void interruptsTheThreadThatMadeIt() {
    Thread other = new Thread(interruption::strike);
    other.start();
    Uninterruptibles.joinUninterruptibly(other);

    assertThat(Thread.interrupted()).isTrue();
    assertThat(interruption.end()).isTrue();
  }

  @Test
  void leavesTheThreadAloneOnceItIsOver() {
    boolean struck = interruption.end();
    interruption.strike();

    assertThat(struck).isFalse();
    assertThat(Thread.interrupted()).isFalse();
    assertThat(interruption.end()).isFalse();
  }
}
