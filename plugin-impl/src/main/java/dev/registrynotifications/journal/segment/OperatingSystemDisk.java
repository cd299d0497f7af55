package dev.registrynotifications.journal.segment;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;

/** The files of the operating system. */
final class OperatingSystemDisk implements Disk {

  @Override
  public JournalFile open(Path path) throws IOException {
    return new OpenFile(new RandomAccessFile(path.toFile(), "rw"));
  }

  @Override
  public JournalFile openToRead(Path path) throws IOException {
    return new OpenFile(new RandomAccessFile(path.toFile(), "r"));
  }

  /** Only a channel opens a directory, and an interrupted thread can't use one. */
  @Override
  public void syncDirectory(Path directory) throws IOException {
    boolean interrupted = Thread.interrupted();
    try (FileChannel channel = FileChannel.open(directory, StandardOpenOption.READ)) {
      channel.force(true);
    } finally {
      if (interrupted) {
        Thread.currentThread().interrupt();
      }
    }
  }

  @Override
  public void rename(Path from, Path to) throws IOException {
    Files.move(from, to, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
  }

  @Override
  public void delete(Path path) throws IOException {
    Files.deleteIfExists(path);
  }

  /** Spares the operating system a seek where the file is already at the place. */
  private static final class OpenFile implements JournalFile {

    private final RandomAccessFile file;
    private long position;

    OpenFile(RandomAccessFile file) {
      this.file = file;
    }

    @Override
    public long length() throws IOException {
      return file.length();
    }

    @Override
    public int read(long from, byte[] into, int offset, int length) throws IOException {
      seek(from);
      int count = file.read(into, offset, length);
      position += Math.max(0, count);
      return count;
    }

    @Override
    public void write(long to, byte[] from, int offset, int length) throws IOException {
      seek(to);
      // A write that fails leaves the file anywhere.
      position = -1;
      file.write(from, offset, length);
      position = to + length;
    }

    private void seek(long to) throws IOException {
      if (position != to) {
        file.seek(to);
        position = to;
      }
    }

    @Override
    public void truncate(long length) throws IOException {
      position = -1;
      file.setLength(length);
    }

    @Override
    public void sync() throws IOException {
      file.getFD().sync();
    }

    @Override
    public void close() throws IOException {
      file.close();
    }
  }
}
