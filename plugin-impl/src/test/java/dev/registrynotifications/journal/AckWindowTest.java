package dev.registrynotifications.journal;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

class AckWindowTest {

  @Test
  void movesItsBaseOverWhatIsAcknowledgedInARow() {
    AckWindow window = new AckWindow(10);

    window.ack(12);
    window.ack(11);
    window.ack(14);

    assertThat(window.base()).isEqualTo(12);
    assertThat(window.contains(12)).isFalse();
    assertThat(window.contains(12 + Cursor.WINDOW)).isTrue();
    assertThat(window.contains(13 + Cursor.WINDOW)).isFalse();
  }

  @Test
  void skipsWhatIsGoneAndWhatWasAcknowledgedBehindIt() {
    AckWindow window = new AckWindow(0);
    window.ack(5);
    window.ack(6);
    window.ack(8);

    window.ackUpTo(4);
    assertThat(window.base()).isEqualTo(6);

    window.ackUpTo(1_000_000);
    window.ack(1_000_001);
    assertThat(window.base()).isEqualTo(1_000_001);
  }

  @Test
  void agreesWithASetUnderAnyOrder() {
    Random random = new Random(42);
    for (int round = 0; round < 200; round++) {
      AckWindow window = new AckWindow(0);
      TreeSet<Long> open = new TreeSet<>();
      List<Long> order = new ArrayList<>();
      for (long sequence = 1; sequence <= 100; sequence++) {
        open.add(sequence);
        order.add(sequence);
      }
      Collections.shuffle(order, random);
      for (long sequence : order) {
        window.ack(sequence);
        open.remove(sequence);

        assertThat(window.base()).isEqualTo(open.isEmpty() ? 100 : open.first() - 1);
      }
    }
  }
}
