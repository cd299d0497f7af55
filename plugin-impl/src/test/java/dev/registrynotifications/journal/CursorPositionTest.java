package dev.registrynotifications.journal;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

class CursorPositionTest {

  @Test
  void movesItsBaseOverWhatIsAcknowledgedInARow() {
    CursorPosition position = taken(CursorPosition.at(10, 0), 11, 12, 13, 14);

    position.ack(12);
    position.ack(11);
    position.ack(14);

    assertThat(position.base()).isEqualTo(12);
    assertThat(position.isAcked(14)).isTrue();
    assertThat(position.isAcked(13)).isFalse();
  }

  @Test
  void isNotHeldBackByEventsOfOthers() {
    CursorPosition position = CursorPosition.at(0, 0);

    position.pass(1);
    position.take(2);
    position.pass(3);
    position.ack(2);

    assertThat(position.base()).isEqualTo(3);
    assertThat(position.isSettled()).isTrue();
  }

  @Test
  void leapsOverSequencesThatNobodyWasGiven() {
    CursorPosition position = CursorPosition.at(0, 0);
    position.take(1);

    assertThat(position.hasRoomFor(5_000_000_000L)).isFalse();
    position.ack(1);
    assertThat(position.hasRoomFor(5_000_000_000L)).isTrue();
    position.take(5_000_000_000L);

    assertThat(position.base()).isEqualTo(4_999_999_999L);
  }

  @Test
  void passesAGapInsideItsWindow() {
    CursorPosition position = taken(CursorPosition.at(0, 0), 1, 5);

    position.ack(5);
    assertThat(position.base()).isZero();
    position.ack(1);

    assertThat(position.base()).isEqualTo(5);
  }

  @Test
  void hasRoomForOneWindowBehindTheOldestEventInFlight() {
    CursorPosition position = taken(CursorPosition.at(0, 0), 1);

    assertThat(position.hasRoomFor(Cursor.WINDOW)).isTrue();
    assertThat(position.hasRoomFor(Cursor.WINDOW + 1)).isFalse();
  }

  @Test
  void knowsTheEventBeforeEachForTheSameSubscriber() {
    CursorPosition position = CursorPosition.at(0, 0);

    position.take(1);
    position.pass(2);
    position.take(3);
    assertThat(position.previous()).isEqualTo(3);
    assertThat(position.previousAtBase()).isZero();

    position.ack(1);
    assertThat(position.base()).isEqualTo(2);
    assertThat(position.previousAtBase()).isEqualTo(1);

    position.ack(3);
    assertThat(position.previousAtBase()).isEqualTo(3);
  }

  @Test
  void goesOnWhereItWasWrittenDownWithTheSamePredecessors() {
    CursorPosition before = taken(CursorPosition.at(0, 0), 1, 2, 3, 4);
    before.ack(1);
    before.ack(3);

    CursorPosition after =
        new CursorPosition(before.base(), before.previousAtBase(), before.ackedBeyondBase());

    assertThat(after.previous()).isEqualTo(1);
    assertThat(after.take(2)).isTrue();
    assertThat(after.take(3)).isFalse();
    assertThat(after.previous()).isEqualTo(3);
    assertThat(after.take(4)).isTrue();
    after.ack(2);
    assertThat(after.base()).isEqualTo(3);
    assertThat(after.previousAtBase()).isEqualTo(3);
  }

  @Test
  void doesNotMoveOverWhatItHasNotLookedAtAgain() {
    BitSet acked = new BitSet();
    acked.set(0);
    CursorPosition position = new CursorPosition(10, 7, acked);

    assertThat(position.base()).isEqualTo(10);
    position.pass(11);

    assertThat(position.base()).isEqualTo(11);
    assertThat(position.previousAtBase()).isEqualTo(7);
  }

  @Test
  void movesPastWhatIsGoneAndRemembersWhatIsStillOnItsWay() {
    CursorPosition position = taken(CursorPosition.at(0, 0), 1, 2, 3);
    position.ack(2);

    position.dropUpTo(10, 9);

    assertThat(position.base()).isEqualTo(10);
    assertThat(position.read()).isEqualTo(10);
    assertThat(position.previous()).isEqualTo(9);
    assertThat(position.orphans()).isEqualTo(2);
    position.ack(1);
    position.ack(3);
    assertThat(position.orphans()).isZero();
  }

  @Test
  void dropsOnlyAPartOfWhatIsOnItsWay() {
    CursorPosition position = taken(CursorPosition.at(0, 0), 1, 2, 3, 4);
    position.ack(3);

    position.dropUpTo(2, 2);

    assertThat(position.orphans()).isEqualTo(2);
    assertThat(position.base()).isEqualTo(3);
    assertThat(position.isAcked(4)).isFalse();
  }

  @Test
  void agreesWithASetUnderAnyOrder() {
    Random random = new Random(42);
    for (int round = 0; round < 200; round++) {
      CursorPosition position = CursorPosition.at(0, 0);
      TreeSet<Long> open = new TreeSet<>();
      List<Long> order = new ArrayList<>();
      for (long sequence = 1; sequence <= 100; sequence++) {
        if (random.nextBoolean()) {
          position.take(sequence);
          open.add(sequence);
          order.add(sequence);
        } else {
          position.pass(sequence);
        }
      }
      Collections.shuffle(order, random);
      for (long sequence : order) {
        position.ack(sequence);
        open.remove(sequence);

        assertThat(position.base()).isEqualTo(open.isEmpty() ? 100 : open.first() - 1);
      }
    }
  }

  private static CursorPosition taken(CursorPosition position, long... sequences) {
    for (long sequence : sequences) {
      position.take(sequence);
    }
    return position;
  }
}
