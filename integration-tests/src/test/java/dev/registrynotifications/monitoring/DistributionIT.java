package dev.registrynotifications.monitoring;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import java.util.zip.GZIPInputStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import org.junit.jupiter.api.Test;

/** The archives that are given out have everything in them that an operator needs. */
class DistributionIT {

  private static final int BLOCK = 512;

  /** Where a header of a tar has the length of what follows, and what it is: POSIX ustar. */
  private static final int LENGTH_AT = 124;

  private static final int LENGTH_DIGITS = 11;
  private static final int KIND_AT = 156;
  private static final int NAME_LENGTH = 100;

  @Test
  void areCompleteAndTheSame() throws IOException {
    List<String> expected =
        Stream.of(
                MonitoringFiles.pluginJar().getFileName().toString(),
                "README.md",
                "LICENSE",
                "CHANGELOG.md",
                "docs/jmx.md",
                "docs/troubleshooting.md",
                "monitoring/" + MonitoringFiles.README,
                "monitoring/" + MonitoringFiles.EXPORTER,
                "monitoring/" + MonitoringFiles.ALERTS,
                "monitoring/" + MonitoringFiles.ALERTS_TEST,
                "monitoring/" + MonitoringFiles.DASHBOARD)
            .map(DistributionIT::entry)
            .toList();

    assertThat(filesInZip().map(ZipEntry::getName)).containsExactlyInAnyOrderElementsOf(expected);
    assertThat(filesInTar()).containsExactlyInAnyOrderElementsOf(expected);
  }

  @Test
  void haveThePluginAsItWasBuilt() throws IOException {
    String name = entry(MonitoringFiles.pluginJar().getFileName().toString());
    try (ZipFile zip = new ZipFile(archive(".zip").toFile());
        InputStream plugin = zip.getInputStream(zip.getEntry(name))) {
      assertThat(plugin).hasBinaryContent(Files.readAllBytes(MonitoringFiles.pluginJar()));
    }
  }

  /** A time of its own for each file would make another archive of the same sources. */
  @Test
  void haveOneTimeForAllFiles() throws IOException {
    assertThat(filesInZip().map(ZipEntry::getTimeLocal).distinct()).hasSize(1);
  }

  private static Path archive(String extension) {
    Path distribution = MonitoringFiles.distribution();
    return distribution.resolveSibling(distribution.getFileName() + extension);
  }

  private static String entry(String name) {
    return MonitoringFiles.distribution().getFileName() + "/" + name;
  }

  private static Stream<? extends ZipEntry> filesInZip() throws IOException {
    try (ZipFile zip = new ZipFile(archive(".zip").toFile())) {
      return zip.stream().filter(entry -> !entry.isDirectory()).toList().stream();
    }
  }

  private static List<String> filesInTar() throws IOException {
    List<String> names = new ArrayList<>();
    try (InputStream tar = new GZIPInputStream(Files.newInputStream(archive(".tar.gz")))) {
      byte[] header = tar.readNBytes(BLOCK);
      while (header.length == BLOCK && header[0] != 0) {
        if (header[KIND_AT] == '0') {
          names.add(text(header, 0, NAME_LENGTH));
        }
        long length = Long.parseLong(text(header, LENGTH_AT, LENGTH_DIGITS), 8);
        tar.skipNBytes((length + BLOCK - 1) / BLOCK * BLOCK);
        header = tar.readNBytes(BLOCK);
      }
    }
    return names;
  }

  /** What is before the zeros. */
  private static String text(byte[] header, int offset, int length) {
    return new String(header, offset, length, US_ASCII).trim();
  }
}
