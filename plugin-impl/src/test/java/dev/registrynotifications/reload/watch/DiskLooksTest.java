package dev.registrynotifications.reload.watch;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DiskLooksTest {

  private final DiskLooks looks = new DiskLooks();
  @TempDir private Path directory;

  @Test
  void tellsFilesApartByWhatIsInThem() throws IOException {
    Path one = Files.writeString(directory.resolve("one"), "same");
    Path two = Files.writeString(directory.resolve("two"), "same");
    Path three = Files.writeString(directory.resolve("three"), "else");

    assertThat(looks.digest(one)).isEqualTo(looks.digest(two)).isNotEqualTo(looks.digest(three));
    assertThat(looks.stamp(one)).isNotEqualTo(looks.stamp(two));
  }

  @Test
  void bearsFilesThatAreNotThereOrNoFiles() {
    Path missing = directory.resolve("missing");

    assertThat(looks.stamp(missing)).isEqualTo(FileStamp.MISSING);
    assertThat(looks.digest(missing)).isEqualTo(looks.digest(directory));
  }

  @Test
  void seesARenewalByKubernetes() throws IOException {
    Path secret = mountSecret("..1", "old");
    FileWatch watch = new FileWatch(looks);
    boolean known = watch.hasRead(Set.of(secret), true);
    assertThat(known || watch.look()).isFalse();
    assertThat(watch.look()).isTrue();
    assertThat(watch.hasRead(Set.of(secret), true)).isTrue();

    renewSecret("..2", "new");

    assertThat(watch.look()).isFalse();
    assertThat(watch.look()).isTrue();
    assertThat(secret).hasContent("new");
  }

  /** As Kubernetes does it: a link to a file below a link to a directory. */
  private Path mountSecret(String version, String content) throws IOException {
    Path file = Files.createDirectory(directory.resolve(version)).resolve("token");
    Files.writeString(file, content);
    Files.createSymbolicLink(directory.resolve("..data"), Path.of(version));
    return Files.createSymbolicLink(directory.resolve("token"), Path.of("..data", "token"));
  }

  /** Only the link in between is replaced, at once. */
  private void renewSecret(String version, String content) throws IOException {
    Path file = Files.createDirectory(directory.resolve(version)).resolve("token");
    Files.writeString(file, content);
    Path next = Files.createSymbolicLink(directory.resolve("..next"), Path.of(version));
    Files.move(next, directory.resolve("..data"), StandardCopyOption.ATOMIC_MOVE);
  }
}
