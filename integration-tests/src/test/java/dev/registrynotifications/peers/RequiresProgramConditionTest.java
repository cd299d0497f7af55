package dev.registrynotifications.peers;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RequiresProgramConditionTest {

  private final ByteArrayOutputStream printed = new ByteArrayOutputStream();

  @TempDir private Path directory;

  @Test
  void runsTestsWhereTheProgramIs() throws IOException {
    Path program = Files.createFile(directory.resolve("skopeo"));
    Files.setPosixFilePermissions(program, PosixFilePermissions.fromString("rwx------"));

    boolean skipped = condition(true).decide("CopyIT", Program.SKOPEO).isDisabled();

    assertThat(skipped).isFalse();
    assertThat(printed.toString(UTF_8)).isEmpty();
  }

  @Test
  void skipsTestsWithOneLineThatSaysWhatIsMissing() {
    boolean skipped = condition(false).decide("CopyIT", Program.SKOPEO).isDisabled();

    assertThat(skipped).isTrue();
    assertThat(printed.toString(UTF_8))
        .isEqualToIgnoringNewLines("Skipped CopyIT: no skopeo on the PATH (Debian package skopeo)");
  }

  @Test
  void failsTestsWhereProgramsAreRequired() {
    RequiresProgramCondition condition = condition(true);

    assertThatThrownBy(() -> condition.decide("CopyIT", Program.SKOPEO))
        .hasMessageContaining("CopyIT: no skopeo on the PATH");
  }

  private RequiresProgramCondition condition(boolean required) {
    PrintStream out = new PrintStream(printed, true, UTF_8);
    return new RequiresProgramCondition("/nowhere:" + directory, required, out);
  }
}
