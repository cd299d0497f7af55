package dev.registrynotifications.journal.file;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Instant;

/**
 * Keeps a directory to one process: the operating system lets go of its lock when the process ends,
 * however it ends. Beside the lock a file says who has it, and, if it is still there when nobody
 * has, that the last owner didn't come to an orderly end.
 *
 * <p>Within one JVM a system property stands for the lock: Linux drops a process's lock on a file
 * as soon as any of its channels to that file is closed, so a second attempt may not even open it.
 */
final class DirectoryOwner implements AutoCloseable {

  private static final String PROPERTY = "dev.registrynotifications.journal.owned:";

  private final String property;
  private final Path ownerFile;
  private final FileChannel channel;
  private final boolean afterCrash;

  private DirectoryOwner(String property, Path ownerFile, FileChannel channel, boolean afterCrash) {
    this.property = property;
    this.ownerFile = ownerFile;
    this.channel = channel;
    this.afterCrash = afterCrash;
  }

  /**
   * Takes the directory.
   *
   * @throws DirectoryInUseException if another process or another log of this one has it
   */
  static DirectoryOwner take(Path directory, Instant now) throws IOException {
    Path ownerFile = directory.resolve("owner");
    String property = PROPERTY + directory.toRealPath();
    if (System.getProperties().putIfAbsent(property, "") != null) {
      throw new DirectoryInUseException(directory, owner(ownerFile));
    }
    try {
      return lock(directory, property, ownerFile, now);
    } catch (IOException | RuntimeException e) {
      System.clearProperty(property);
      throw e;
    }
  }

  private static DirectoryOwner lock(Path directory, String property, Path ownerFile, Instant now)
      throws IOException {
    FileChannel channel =
        FileChannel.open(
            directory.resolve("lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
    try {
      if (channel.tryLock() == null) {
        throw new DirectoryInUseException(directory, owner(ownerFile));
      }
      boolean afterCrash = Files.exists(ownerFile);
      Files.writeString(
          ownerFile, "process " + ProcessHandle.current().pid() + ", since " + now + "\n", UTF_8);
      return new DirectoryOwner(property, ownerFile, channel, afterCrash);
    } catch (IOException | RuntimeException e) {
      channel.close();
      throw e;
    }
  }

  private static String owner(Path ownerFile) {
    try {
      return Files.readString(ownerFile, UTF_8).strip();
    } catch (IOException e) {
      return "an unknown process";
    }
  }

  /** Whether the last owner was killed, or the machine went down. */
  boolean isAfterCrash() {
    return afterCrash;
  }

  /** Leaves as it was found: a mark of a crash stays, for the next owner. */
  @Override
  public void close() throws IOException {
    leave(!afterCrash);
  }

  /**
   * Leaves.
   *
   * @param inOrder whether the next owner needn't know of a crash
   */
  void leave(boolean inOrder) throws IOException {
    try (channel) {
      if (inOrder) {
        Files.deleteIfExists(ownerFile);
      }
    } finally {
      System.clearProperty(property);
    }
  }
}
