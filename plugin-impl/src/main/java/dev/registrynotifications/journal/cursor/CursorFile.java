package dev.registrynotifications.journal.cursor;

import dev.registrynotifications.journal.cursor.CursorState.Generation;
import dev.registrynotifications.journal.segment.Disk;
import dev.registrynotifications.journal.segment.JournalFile;
import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Comparator;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * A cursor's state on the disk: a file of fixed length with two slots, written in turn, so that a
 * write that is cut short leaves the state before it. Guarded by its owner.
 *
 * <p>Rejected: writing a new file and renaming it, which costs ten times as much, at each event.
 */
final class CursorFile implements Closeable {

  private static final int SLOT_BYTES = 1024;

  private final Disk disk;
  private final Path path;
  private final JournalFile file;
  private long generation;

  private CursorFile(Disk disk, Path path, JournalFile file, long generation) {
    this.disk = disk;
    this.path = path;
    this.file = file;
    this.generation = generation;
  }

  /** Makes a file with that state in it; the file is there whole or not at all. */
  static CursorFile create(Disk disk, Path path, CursorState state) throws IOException {
    Path temporary = path.resolveSibling(path.getFileName() + ".new");
    try (JournalFile file = disk.open(temporary)) {
      byte[] empty = new byte[2 * SLOT_BYTES];
      file.write(0, empty, 0, empty.length);
      new CursorFile(disk, temporary, file, 0).write(state);
      file.sync();
    } catch (IOException e) {
      disk.delete(temporary);
      throw e;
    }
    disk.rename(temporary, path);
    disk.syncDirectory(path.resolveSibling(""));
    return new CursorFile(disk, path, disk.open(path), 1);
  }

  /** Opens a file that is there. */
  static CursorFile open(Disk disk, Path path) throws IOException {
    JournalFile file = disk.open(path);
    return new CursorFile(disk, path, file, 0);
  }

  /** The newest state in it; empty if both slots are damaged. */
  Optional<CursorState> read() throws IOException {
    Optional<Generation> newest =
        Stream.of(slot(file, 0), slot(file, 1))
            .map(CursorState::decode)
            .flatMap(Optional::stream)
            .max(Comparator.comparingLong(Generation::number));
    generation = newest.map(Generation::number).orElse(0L);
    return newest.map(Generation::state);
  }

  /** The bytes of one of the two slots; zeros where the file is too short. */
  static byte[] slot(JournalFile file, int number) throws IOException {
    byte[] bytes = new byte[SLOT_BYTES];
    int read = 0;
    for (int count = 0; count >= 0 && read < SLOT_BYTES; read += Math.max(count, 0)) {
      count = file.read((long) number * SLOT_BYTES + read, bytes, read, SLOT_BYTES - read);
    }
    return bytes;
  }

  /** Writes a whole slot: the file is then where the other one begins, half of the times. */
  void write(CursorState state) throws IOException {
    byte[] bytes = Arrays.copyOf(state.encode(generation + 1), SLOT_BYTES);
    file.write(generation % 2 * SLOT_BYTES, bytes, 0, bytes.length);
    generation++;
  }

  /** Forces what was written to the disk. */
  void sync() throws IOException {
    file.sync();
  }

  void delete() throws IOException {
    close();
    disk.delete(path);
  }

  @Override
  public void close() throws IOException {
    file.close();
  }
}
