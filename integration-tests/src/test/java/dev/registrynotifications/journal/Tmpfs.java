package dev.registrynotifications.journal;

import static dev.registrynotifications.Patience.DEADLINE;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Assumptions;

/** A small disk that is in nobody's way, and can be full. */
final class Tmpfs implements AutoCloseable {

  private static final int BLOCK = 4096;

  private final Path directory;

  private Tmpfs(Path directory) {
    this.directory = directory;
  }

  /**
   * Mounts one at an empty directory. Where that isn't permitted, the test is skipped, with a line
   * on standard output that says so.
   */
  static Tmpfs mount(Path directory, String size) throws IOException, InterruptedException {
    Files.createDirectories(directory);
    String problem = mount("tmpfs", "size=" + size, directory);
    if (!problem.isEmpty()) {
      System.out.println("Skipped a test with a full disk: can't mount one here: " + problem);
      Assumptions.abort("can't mount a tmpfs: " + problem);
    }
    return new Tmpfs(directory);
  }

  private static String mount(String type, String options, Path directory)
      throws InterruptedException {
    try {
      return run("mount", "-t", type, "-o", options, type, directory);
    } catch (IOException e) {
      return e.toString();
    }
  }

  /** A directory on it that doesn't exist yet. */
  Path journal() {
    return directory.resolve("journal");
  }

  /** Leaves no block free. */
  void fill() throws IOException {
    byte[] block = new byte[BLOCK];
    try (OutputStream filler = Files.newOutputStream(filler())) {
      while (true) {
        filler.write(block);
      }
    } catch (IOException e) {
      if (Files.getFileStore(directory).getUsableSpace() > 0) {
        throw e;
      }
    }
  }

  /** Gives back what {@link #fill} has taken. */
  void free() throws IOException {
    Files.delete(filler());
  }

  private Path filler() {
    return directory.resolve("filler");
  }

  @Override
  public void close() {
    try {
      String problem = run("umount", directory);
      if (!problem.isEmpty()) {
        // Whoever is still in it keeps it, but nobody finds it any more.
        problem = run("umount", "--lazy", directory);
      }
      if (!problem.isEmpty()) {
        throw new AssertionError("Could not unmount " + directory + ": " + problem);
      }
    } catch (IOException e) {
      throw new AssertionError("Could not unmount " + directory + ": " + e, e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  /** Returns what went wrong; nothing if nothing did. */
  private static String run(Object... command) throws IOException, InterruptedException {
    List<String> words = Arrays.stream(command).map(Object::toString).toList();
    Process process = new ProcessBuilder(words).redirectErrorStream(true).start();
    String output = new String(process.getInputStream().readAllBytes(), UTF_8).strip();
    if (!process.waitFor(DEADLINE.toMillis(), TimeUnit.MILLISECONDS)) {
      process.destroyForcibly();
      return words.get(0) + " takes too long";
    }
    return process.exitValue() == 0 ? "" : output + " (exit code " + process.exitValue() + ")";
  }
}
