package dev.registrynotifications.journal.file;

import static dev.registrynotifications.journal.file.LogFixture.append;
import static dev.registrynotifications.journal.file.LogFixture.drain;
import static dev.registrynotifications.journal.file.LogFixture.fromBeginning;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.registrynotifications.journal.segment.FaultyDisk;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Whatever byte is missing or wrong, all other events are still there. */
class DamagedSegmentTest {

  private static final List<String> EVENTS = List.of("first", "second", "third", "fourth", "last");

  @TempDir private Path work;
  private final LogFixture fixture = new LogFixture();
  private Path written = Path.of("");
  private byte[] segment = new byte[0];
  private List<Integer> ends = List.of();

  @BeforeEach
  void writeASegment() throws IOException {
    written = work.resolve("written");
    List<Integer> lengths = new ArrayList<>();
    try (FileEventLog log = fixture.open(LogFixture.settings(written))) {
      for (String event : EVENTS) {
        append(log, event);
        lengths.add((int) log.status().contents().bytes());
      }
    }
    ends = List.copyOf(lengths);
    segment = Files.readAllBytes(segmentOf(written));
    assertThat(segment).hasSize(ends.get(EVENTS.size() - 1));
  }

  @Test
  void keepsEveryWholeEventWhereverTheSegmentIsCut() throws IOException {
    for (int length = 0; length < segment.length; length++) {
      int cut = length;
      Path directory = copy(Arrays.copyOf(segment, length), "cut" + length);
      Files.writeString(directory.resolve("owner"), "a process that was killed");

      try (FileEventLog log = fixture.open(LogFixture.settings(directory))) {
        List<String> whole = EVENTS.subList(0, (int) ends.stream().filter(e -> e <= cut).count());
        assertThat(drain(fromBeginning(log, "ci"))).as("cut at %d", cut).isEqualTo(whole);
        assertThat(log.status().damages()).isZero();
        assertGoesOn(log, directory, whole.size());
      }
    }
  }

  /** What is torn is gone from the file, so that nothing of it can be read behind what follows. */
  private static void assertGoesOn(FileEventLog log, Path directory, int whole) throws IOException {
    append(log, "afterwards");

    assertThat(drain(fromBeginning(log, "other"))).hasSize(whole + 1).endsWith("afterwards");
    assertThat(Files.size(segmentOf(directory))).isEqualTo(log.status().contents().bytes());
  }

  @Test
  void keepsEveryOtherEventWhicheverByteIsWrong() throws IOException {
    for (int position = 0; position < segment.length; position++) {
      for (int bits : new int[] {0x01, 0x80, 0xFF}) {
        byte[] damaged = segment.clone();
        damaged[position] ^= (byte) bits;
        Path directory = copy(damaged, "flip" + position + "-" + bits);

        try (FileEventLog log = fixture.open(LogFixture.settings(directory))) {
          assertThat(drain(fromBeginning(log, "ci")))
              .as("byte %d, bits %x", position, bits)
              .isEqualTo(allBut(position));
          assertThat(log.status().damages()).isEqualTo(1);
        }
      }
    }
  }

  private List<String> allBut(int position) {
    List<String> others = new ArrayList<>(EVENTS);
    others.remove((int) ends.stream().filter(end -> end <= position).count());
    return others;
  }

  @Test
  void tellsOfDamageAtTheEndOfAFinishedSegmentThatHasNoIndex() throws IOException {
    Path directory = work.resolve("finished");
    try (FileEventLog log = fixture.open(LogFixture.small(directory))) {
      for (int i = 0; i < 40; i++) {
        append(log, "event " + i);
        log.keepHouse();
      }
    }
    byte[] finished = Files.readAllBytes(segmentOf(directory));
    Arrays.fill(finished, finished.length / 3, finished.length, (byte) 0);
    Files.write(segmentOf(directory), finished);
    Files.delete(directory.resolve("segments/0000000001.keys"));
    Files.writeString(directory.resolve("owner"), "a process that was killed");

    try (FileEventLog log = fixture.open(LogFixture.small(directory))) {
      assertThat(drain(fromBeginning(log, "ci"))).hasSizeLessThan(40).endsWith("event 39");
      assertThat(log.status().damages()).isEqualTo(1);
    }
  }

  @Test
  void readsOnBehindDamageInAFinishedSegment() throws IOException {
    Path directory = work.resolve("finished");
    try (FileEventLog log = fixture.open(LogFixture.small(directory))) {
      for (int i = 0; i < 40; i++) {
        append(log, "event " + i);
        log.keepHouse();
      }
    }
    byte[] finished = Files.readAllBytes(segmentOf(directory));
    finished[finished.length / 2] ^= 1;
    Files.write(segmentOf(directory), finished);

    try (FileEventLog log = fixture.open(LogFixture.small(directory))) {
      assertThat(log.status().contents().segments()).isGreaterThan(2);
      assertThat(drain(fromBeginning(log, "ci"))).hasSize(39).contains("event 0", "event 39");
      assertThat(drain(fromBeginning(log, "scanner"))).hasSize(39);
      assertThat(log.status().damages()).isEqualTo(1);
    }
  }

  @Test
  void takesAClientsBytesForNoEventBehindDamage() throws IOException {
    Path directory = work.resolve("forged");
    String forged = new String(segment, UTF_8);
    try (FileEventLog log = fixture.open(LogFixture.settings(directory))) {
      append(log, forged);
      append(log, "next");
    }
    byte[] damaged = Files.readAllBytes(segmentOf(directory));
    damaged[0] = 0;
    Files.write(segmentOf(directory), damaged);

    try (FileEventLog log = fixture.open(LogFixture.settings(directory))) {
      assertThat(drain(fromBeginning(log, "ci"))).containsExactly("next");
    }
  }

  private static Path segmentOf(Path directory) {
    return directory.resolve("segments/0000000001.log");
  }

  private Path copy(byte[] content, String name) throws IOException {
    Path directory = work.resolve(name);
    FaultyDisk.copyAfterKill(written, directory);
    Files.write(segmentOf(directory), content);
    return directory;
  }
}
