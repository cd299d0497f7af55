package dev.registrynotifications.journal;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class MemoryDeadLettersTest extends DeadLettersContract {

  @Override
  protected DeadLetters newLetters() {
    return new MemoryDeadLetters("ci", 100);
  }

  @Test
  void losesTheOldestBeyondItsBound() {
    try (DeadLetters two = new MemoryDeadLetters("ci", 2)) {
      two.add(letter(3, "three"));
      two.add(letter(1, "one"));
      two.add(letter(2, "two"));

      assertThat(two.list(10)).extracting(DeadLetter::reason).containsExactly("one", "two");
    }
  }

  @Test
  void losesNothingWhenALetterIsReplacedAtItsBound() {
    try (DeadLetters two = new MemoryDeadLetters("ci", 2)) {
      two.add(letter(1, "one"));
      two.add(letter(2, "two"));
      two.add(letter(1, "again"));

      assertThat(two.sequences()).containsExactly(1L, 2L);
    }
  }
}
