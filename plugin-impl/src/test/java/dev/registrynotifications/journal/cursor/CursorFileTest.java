package dev.registrynotifications.journal.cursor;

import static org.assertj.core.api.Assertions.assertThat;

import dev.registrynotifications.journal.segment.Disk;
import dev.registrynotifications.journal.segment.FaultyDisk;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.BitSet;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CursorFileTest {

  @TempDir private Path work;
  private final Disk disk = new FaultyDisk();

  @Test
  void hasTheStateBeforeIfAWriteIsCutShortAnywhere() throws IOException {
    Path file = work.resolve("ci.cursor");
    BitSet acked = new BitSet();
    acked.set(4000);
    CursorState before = CursorState.begin(17, 16);
    CursorState after = new CursorState(20, 19, CursorState.LIVE, 0, acked);
    try (CursorFile cursor = CursorFile.create(disk, file, before)) {
      byte[] old = Files.readAllBytes(file);
      cursor.write(after);
      byte[] written = Files.readAllBytes(file);
      int last = lastDifference(old, written);

      for (int length = 0; length <= old.length; length++) {
        byte[] torn = old.clone();
        System.arraycopy(written, 0, torn, 0, length);
        Files.write(file, torn);

        assertThat(reopened(file)).contains(length > last ? after : before);
      }
    }
  }

  private static int lastDifference(byte[] left, byte[] right) {
    int last = left.length - 1;
    while (left[last] == right[last]) {
      last--;
    }
    return last;
  }

  @Test
  void goesOnWritingBehindTheNewestState() throws IOException {
    Path file = work.resolve("ci.cursor");
    CursorFile.create(disk, file, CursorState.begin(0, 0)).close();

    for (long base = 1; base <= 5; base++) {
      try (CursorFile cursor = CursorFile.open(disk, file)) {
        assertThat(cursor.read()).contains(CursorState.begin(base - 1, 0));
        cursor.write(CursorState.begin(base, 0));
      }
    }
    assertThat(reopened(file)).contains(CursorState.begin(5, 0));
  }

  private Optional<CursorState> reopened(Path file) throws IOException {
    try (CursorFile cursor = CursorFile.open(disk, file)) {
      return cursor.read();
    }
  }
}
