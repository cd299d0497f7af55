package dev.registrynotifications.journal.letters;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.registrynotifications.event.Action;
import dev.registrynotifications.journal.DeadLetter;
import dev.registrynotifications.journal.DeadLetters;
import dev.registrynotifications.journal.EventKey;
import dev.registrynotifications.journal.LoggedEvent;
import dev.registrynotifications.journal.ManualClock;
import dev.registrynotifications.journal.segment.DamageListener;
import dev.registrynotifications.journal.segment.FaultyDisk;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Dead letters over restarts, and on disks that fail; what they do else is in the contract. */
class FileDeadLettersTest {

  private static final EventKey KEY = new EventKey(Action.PUSH, "application/x", "team/ü", "v1");
  private static final Instant TIME = Instant.parse("2026-11-24T08:00:00.123Z");

  @TempDir private Path work;
  private final FaultyDisk disk = new FaultyDisk();

  @Test
  void keepsAllOfALetterOverARestart() throws IOException {
    DeadLetter letter =
        new DeadLetter(
            new LoggedEvent(5, 3, TIME, KEY, "{\n \"an\": \"event\"\n}".getBytes(UTF_8)),
            TIME,
            3,
            422,
            "it answered 422, at the last of 3 attempts");
    try (DeadLetters letters = open(directory())) {
      letters.add(letter);
    }

    try (DeadLetters letters = open(directory())) {
      DeadLetter found = letters.find(5).orElseThrow();
      assertThat(found.event().payload()).isEqualTo(letter.event().payload());
      assertThat(found).usingRecursiveComparison().isEqualTo(letter);
    }
  }

  @Test
  void remembersWhatWasForgotten() throws IOException {
    try (DeadLetters letters = open(directory())) {
      letters.add(letter(1));
      letters.add(letter(2));
      letters.add(letter(3));
      letters.remove(2);
    }

    try (DeadLetters letters = open(directory())) {
      assertThat(letters.sequences()).containsExactly(1L, 3L);
      assertThat(letters.find(2)).isEmpty();
    }
  }

  @Test
  void hasTheNewestReasonOfALetterThatCameBack() throws IOException {
    try (DeadLetters letters = open(directory())) {
      letters.add(letter(1));
      letters.add(letter(2));
      letters.add(new DeadLetter(letter(1).event(), TIME, 7, 400, "again"));
    }

    try (DeadLetters letters = open(directory())) {
      assertThat(letters.list(10).stream().map(DeadLetter::reason))
          .containsExactly("refused", "again");
      assertThat(letters.count()).isEqualTo(2);
    }
  }

  @Test
  void takesNoSpaceWhenNoLetterIsLeft() throws IOException {
    try (DeadLetters letters = open(directory())) {
      for (int i = 1; i <= 50; i++) {
        letters.add(letter(i));
      }
      for (int i = 1; i <= 50; i++) {
        letters.remove(i);
      }

      assertThat(bytes()).isZero();
      letters.add(letter(51));
      assertThat(letters.purge()).isEqualTo(1);
      assertThat(bytes()).isZero();
    }
  }

  @Test
  void letsTheOldestGoWhenThereIsNoRoom() throws IOException {
    try (DeadLetters letters = open(directory())) {
      for (int i = 1; i <= 500; i++) {
        letters.add(letter(i));
      }

      assertThat(letters.sequences()).endsWith(500L).doesNotContain(1L);
      assertThat(letters.list(1000)).hasSize(letters.count());
      assertThat(bytes()).isLessThan(6_000);
    }
  }

  @Test
  void isOnTheDiskWhenItIsAdded() throws IOException {
    try (DeadLetters letters = open(directory())) {
      letters.add(letter(1));
      letters.add(letter(2));
      letters.remove(1);
      disk.copyAfterPowerCut(directory(), work.resolve("cut"));
    }

    try (DeadLetters letters = open(work.resolve("cut"))) {
      assertThat(letters.sequences()).containsExactly(2L);
    }
  }

  @Test
  void changesNothingWhenTheDiskIsFull() throws IOException {
    try (DeadLetters letters = open(directory())) {
      letters.add(letter(1));
      disk.failWrites("no space left on device");

      assertThatThrownBy(() -> letters.add(letter(2)))
          .isInstanceOf(UncheckedIOException.class)
          .hasMessageContaining("no space left on device")
          .hasMessageContaining("ci");
      assertThatThrownBy(() -> letters.remove(1)).isInstanceOf(UncheckedIOException.class);
      assertThat(letters.sequences()).containsExactly(1L);

      disk.failWrites(null);
      letters.add(letter(2));
      assertThat(letters.sequences()).containsExactly(1L, 2L);
    }
  }

  @Test
  void writesALetterElsewhereWhenItCannotBeSynced() throws IOException {
    try (DeadLetters letters = open(directory())) {
      letters.add(letter(1));
      disk.failSyncs("input/output error");
      assertThatThrownBy(() -> letters.add(letter(2))).isInstanceOf(UncheckedIOException.class);
      disk.failSyncs(null);

      letters.add(letter(3));

      assertThat(letters.sequences()).contains(1L, 3L);
      assertThat(letters.list(10).stream().map(l -> l.event().sequence())).contains(1L, 3L);
    }
  }

  @Test
  void keepsEveryWholeLetterWhereverTheFileIsCut() throws IOException {
    try (DeadLetters letters = open(directory())) {
      letters.add(letter(1));
      letters.add(letter(2));
      letters.add(letter(3));
    }
    byte[] content = Files.readAllBytes(directory().resolve("0000000001.log"));
    int each = content.length / 3;

    for (int length = 0; length <= content.length; length++) {
      Path copy = Files.createDirectories(work.resolve("cut" + length));
      Files.write(copy.resolve("0000000001.log"), Arrays.copyOf(content, length));
      try (DeadLetters letters = open(copy)) {
        assertThat(letters.sequences()).hasSize(length / each);
      }
    }
  }

  private DeadLetters open(Path directory) throws IOException {
    return FileDeadLetters.open(
        disk, directory, "ci", 4_000, new ManualClock(), DamageListener.NONE);
  }

  private static DeadLetter letter(long sequence) {
    byte[] event = "{\"event\": 1}".getBytes(UTF_8);
    return new DeadLetter(
        new LoggedEvent(sequence, sequence - 1, TIME, KEY, event), TIME, 3, 422, "refused");
  }

  private long bytes() throws IOException {
    List<Long> sizes = new ArrayList<>();
    try (Stream<Path> files = Files.list(directory())) {
      for (Path file : files.toList()) {
        sizes.add(Files.size(file));
      }
    }
    return sizes.stream().mapToLong(Long::longValue).sum();
  }

  private Path directory() {
    return work.resolve("letters");
  }
}
