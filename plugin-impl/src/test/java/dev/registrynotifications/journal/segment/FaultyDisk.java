package dev.registrynotifications.journal.segment;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Real files on a disk that can be told to be full, to fail to sync, and to lose its power: then it
 * has what was synced, and nothing else. A sync is only remembered, which makes it fast.
 */
public final class FaultyDisk implements Disk {

  private final Disk real = Disk.ofOperatingSystem();
  private final Map<Path, byte[]> synced = new ConcurrentHashMap<>();
  private final AtomicInteger syncs = new AtomicInteger();
  private final AtomicInteger openFiles = new AtomicInteger();
  private volatile @Nullable String writeFailure;
  private volatile @Nullable String newFileFailure;
  private volatile @Nullable String syncFailure;
  private volatile @Nullable String readFailure;
  private final AtomicReference<@Nullable Callable<Void>> whenReading = new AtomicReference<>();
  private volatile boolean leavesHalfWrites;
  private volatile Runnable whenSyncing = () -> {};

  /** Lets every write fail, with that message; null mends the disk. */
  public void failWrites(@Nullable String message) {
    writeFailure = message;
  }

  /** Lets no new file be made, with that message; null mends the disk. */
  public void failNewFiles(@Nullable String message) {
    newFileFailure = message;
  }

  /** Lets a write that fails write its first half, and no truncation clean up behind it. */
  public void leaveHalfWrites() {
    leavesHalfWrites = true;
  }

  /** Lets every sync fail, with that message; null mends the disk. */
  public void failSyncs(@Nullable String message) {
    syncFailure = message;
  }

  /** Lets every read fail, with that message; null mends the disk. */
  public void failReads(@Nullable String message) {
    readFailure = message;
  }

  /** Does something at each sync of a file, before it. */
  public void whenSyncing(Runnable action) {
    whenSyncing = action;
  }

  /** Does something once, at the next read. */
  public void onceWhenReading(Callable<Void> action) {
    whenReading.set(action);
  }

  /** How many files are open. */
  public int openFiles() {
    return openFiles.get();
  }

  /** How often a file was synced. */
  public int syncs() {
    return syncs.get();
  }

  /** Copies a directory as it is after a power cut: of each file only what was synced. */
  public void copyAfterPowerCut(Path directory, Path copy) throws IOException {
    copy(directory, copy, file -> synced.getOrDefault(file, new byte[0]));
  }

  /** Copies a directory as it is after {@code kill -9}. */
  public static void copyAfterKill(Path directory, Path copy) throws IOException {
    copy(directory, copy, FaultyDisk::content);
  }

  private static byte[] content(Path file) {
    try {
      return Files.readAllBytes(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static void copy(Path directory, Path copy, Function<Path, byte[]> content)
      throws IOException {
    try (Stream<Path> files = Files.walk(directory)) {
      for (Path file : files.toList()) {
        Path target = copy.resolve(directory.relativize(file).toString());
        if (Files.isDirectory(file)) {
          Files.createDirectories(target);
        } else {
          Files.write(target, content.apply(file));
        }
      }
    }
  }

  @Override
  public JournalFile open(Path path) throws IOException {
    if (!Files.exists(path)) {
      failIf(newFileFailure);
    }
    return new FaultyFile(path, real.open(path));
  }

  @Override
  public JournalFile openToRead(Path path) throws IOException {
    return new FaultyFile(path, real.openToRead(path));
  }

  @Override
  public void syncDirectory(Path directory) {}

  @Override
  public void rename(Path from, Path to) throws IOException {
    real.rename(from, to);
    byte[] content = synced.remove(from);
    if (content != null) {
      synced.put(to, content);
    }
  }

  @Override
  public void delete(Path path) throws IOException {
    real.delete(path);
    synced.remove(path);
  }

  private static void failIf(@Nullable String failure) throws IOException {
    if (failure != null) {
      throw new IOException(failure);
    }
  }

  private final class FaultyFile implements JournalFile {

    private final Path path;
    private final JournalFile file;
    private boolean isOpen = true;

    FaultyFile(Path path, JournalFile file) {
      this.path = path;
      this.file = file;
      openFiles.incrementAndGet();
    }

    @Override
    public long length() throws IOException {
      return file.length();
    }

    @Override
    public int read(long position, byte[] into, int offset, int length) throws IOException {
      failIf(readFailure);
      callOnce();
      return file.read(position, into, offset, length);
    }

    private void callOnce() throws IOException {
      Callable<Void> action = whenReading.getAndSet(null);
      if (action != null) {
        try {
          action.call();
        } catch (Exception e) {
          throw new IOException(e);
        }
      }
    }

    @Override
    public void write(long position, byte[] from, int offset, int length) throws IOException {
      if (writeFailure != null && leavesHalfWrites) {
        file.write(position, from, offset, length / 2);
      }
      failIf(writeFailure);
      file.write(position, from, offset, length);
    }

    @Override
    public void truncate(long length) throws IOException {
      if (leavesHalfWrites) {
        failIf(writeFailure);
      }
      file.truncate(length);
    }

    @Override
    public void sync() throws IOException {
      syncs.incrementAndGet();
      whenSyncing.run();
      failIf(syncFailure);
      synced.put(path, content(path));
    }

    @Override
    public void close() throws IOException {
      if (isOpen) {
        isOpen = false;
        openFiles.decrementAndGet();
      }
      file.close();
    }
  }
}
