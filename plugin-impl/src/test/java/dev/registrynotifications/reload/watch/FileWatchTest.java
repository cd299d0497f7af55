package dev.registrynotifications.reload.watch;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class FileWatchTest {

  private static final Path CONFIG = Path.of("/etc/config.yml");
  private static final Path SECRET = Path.of("/run/secret");

  private final FakeLooks files = new FakeLooks();
  private final FileWatch watch = new FileWatch(files);

  @BeforeEach
  void readBothAtRest() {
    files.write(CONFIG, "config");
    files.write(SECRET, "secret");
    boolean known = watch.hasRead(Set.of(CONFIG, SECRET), true);
    assertThat(known).isFalse();
    assertThat(watch.look()).isFalse();
    assertThat(watch.look()).isTrue();
    assertThat(watch.hasRead(Set.of(CONFIG, SECRET), true)).isTrue();
  }

  @Test
  void looksAtNothingFromInsideWhileNothingChanges() {
    int before = files.digests();

    assertThat(watch.look()).isFalse();
    assertThat(watch.look()).isFalse();

    assertThat(files.digests()).isEqualTo(before);
  }

  @Test
  void waitsUntilAFileIsAtRest() {
    files.write(SECRET, "hal");
    assertThat(watch.look()).isFalse();
    files.write(SECRET, "half");
    assertThat(watch.look()).isFalse();
    files.write(SECRET, "whole");
    assertThat(watch.look()).isFalse();

    assertThat(watch.look()).isTrue();
  }

  @Test
  void doesNotMindAFileThatIsOnlyTouched() {
    files.touch(CONFIG);

    assertThat(watch.look()).isFalse();
    assertThat(watch.look()).isFalse();
    int before = files.digests();
    assertThat(watch.look()).isFalse();
    assertThat(files.digests()).isEqualTo(before);
  }

  @Test
  void doesNotMindAChangeThatIsTakenBack() {
    files.write(CONFIG, "other");
    assertThat(watch.look()).isFalse();
    files.write(CONFIG, "config");

    assertThat(watch.look()).isFalse();
    assertThat(watch.look()).isFalse();
  }

  @Test
  void seesALinkThatLeadsElsewhereToAFileOfTheSameSizeAndAge() {
    files.relink(SECRET, "/run/..2026/secret", "SECRET");

    assertThat(watch.look()).isFalse();
    assertThat(watch.look()).isTrue();
  }

  @Test
  void seesAFileThatIsOverwrittenWithinTheSameMoment() {
    files.write(SECRET, "first!");
    assertThat(watch.look()).isFalse();

    files.relink(SECRET, SECRET.toString(), "second");

    assertThat(watch.look()).isFalse();
    assertThat(watch.look()).isTrue();
  }

  @Test
  void seesAFileThatVanishesAndOneThatIsBack() {
    files.remove(SECRET);
    assertThat(watch.look()).isFalse();
    assertThat(watch.look()).isTrue();
    assertThat(watch.hasRead(Set.of(CONFIG, SECRET), false)).isTrue();
    assertThat(watch.look()).isFalse();

    files.write(SECRET, "secret");

    assertThat(watch.look()).isFalse();
    assertThat(watch.look()).isTrue();
  }

  @Test
  void doesNotMissAChangeBetweenALookAndTheReading() {
    files.write(CONFIG, "second");
    assertThat(watch.look()).isFalse();
    assertThat(watch.look()).isTrue();
    files.write(CONFIG, "third");
    assertThat(watch.hasRead(Set.of(CONFIG, SECRET), true)).isTrue();

    assertThat(watch.look()).isFalse();
    assertThat(watch.look()).isTrue();
  }

  @Test
  void readsOnceMoreWhenAFileIsNamedThatNobodyHasLookedAt() {
    Path added = Path.of("/run/added");
    files.write(added, "half");
    assertThat(watch.hasRead(Set.of(CONFIG, SECRET, added), true)).isFalse();
    assertThat(watch.look()).isFalse();
    files.write(added, "whole");
    assertThat(watch.look()).isFalse();

    assertThat(watch.look()).isTrue();

    assertThat(watch.hasRead(Set.of(CONFIG, SECRET, added), true)).isTrue();
    assertThat(watch.look()).isFalse();
  }

  @Test
  void leavesAFileAloneThatIsNoLongerNamed() {
    assertThat(watch.hasRead(Set.of(CONFIG), true)).isTrue();

    files.write(SECRET, "changed");

    assertThat(watch.look()).isFalse();
    assertThat(watch.look()).isFalse();
  }

  @Test
  void keepsLookingAtFilesThatAMistakeKeepsFromBeingNamed() {
    assertThat(watch.hasRead(Set.of(CONFIG), false)).isTrue();

    files.write(SECRET, "changed");

    assertThat(watch.look()).isFalse();
    assertThat(watch.look()).isTrue();
  }

  @Test
  void neverAsksToReadWhatCanBeReadOnlyOnce() {
    FileWatch ofStream = new FileWatch(files);
    files.makeStream(CONFIG);
    assertThat(ofStream.hasRead(Set.of(CONFIG), true)).isFalse();

    assertThat(ofStream.look()).isFalse();
    assertThat(ofStream.look()).isFalse();
    assertThat(ofStream.look()).isFalse();
  }

  @Test
  void knowsWhatCanBeReadOnlyOnce() {
    assertThat(watch.canBeReadAgain()).isTrue();

    files.makeStream(SECRET);

    assertThat(watch.canBeReadAgain()).isFalse();
  }
}
