package dev.registrynotifications.bench.producer;

import dev.registrynotifications.bench.run.WorkDirectory;
import java.io.File;
import java.io.IOException;
import java.lang.ProcessBuilder.Redirect;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/** The original's sources as Debian has them, and the compiler for them. Nothing is fetched. */
final class OriginalSources {

  /** The Debian packages with both. */
  static final String PACKAGES = "golang-go golang-github-docker-distribution-dev";

  private static final Duration TO_BUILD = Duration.ofMinutes(10);

  private static final Path GOPATH = Path.of("/usr/share/gocode");
  private static final Path NOTIFICATIONS =
      GOPATH.resolve("src/github.com/docker/distribution/notifications");

  private OriginalSources() {}

  static boolean areInstalled() {
    return Files.isDirectory(NOTIFICATIONS)
        && Arrays.stream(System.getenv("PATH").split(File.pathSeparator, -1))
            .anyMatch(directory -> Files.isExecutable(Path.of(directory, "go")));
  }

  /** Builds a program of ours with them, into a directory where the compiler's cache is, too. */
  static Path build(Path program, WorkDirectory directory)
      throws IOException, InterruptedException {
    Path binary = directory.path().resolve("producer");
    ProcessBuilder go =
        new ProcessBuilder("go", "build", "-o", binary.toString(), program.toString())
            .redirectOutput(Redirect.DISCARD)
            .redirectError(Redirect.INHERIT);
    go.environment().putAll(environment(directory));
    run(go, program);
    return binary;
  }

  private static void run(ProcessBuilder go, Path program)
      throws IOException, InterruptedException {
    Process process = go.start();
    try {
      if (!process.waitFor(TO_BUILD.toSeconds(), TimeUnit.SECONDS)) {
        throw new IOException("Could not build " + program + " within " + TO_BUILD);
      }
      if (process.exitValue() != 0) {
        throw new IOException(
            "Could not build " + program + ": go has ended with " + process.exitValue());
      }
    } finally {
      // Its compilers first: they write into the directory, too.
      process.descendants().forEach(ProcessHandle::destroyForcibly);
      process.destroyForcibly().onExit().join();
    }
  }

  private static Map<String, String> environment(WorkDirectory directory) {
    return Map.of(
        "GO111MODULE", "off",
        "GOPATH", GOPATH.toString(),
        "GOPROXY", "off",
        "GOFLAGS", "",
        "GOCACHE", directory.path().resolve("cache").toString());
  }
}
