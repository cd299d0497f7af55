package dev.registrynotifications.bench;

import dev.registrynotifications.journal.segment.Disk;
import dev.registrynotifications.journal.segment.JournalFile;
import java.io.IOException;
import java.nio.file.Path;
import java.util.concurrent.atomic.LongAdder;

/** The real disk; counts how often a file is forced to it. */
final class SyncCountingDisk implements Disk {

  private final Disk disk = Disk.ofOperatingSystem();
  private final LongAdder syncs = new LongAdder();

  /** How many there were since the last call. */
  long takeSyncs() {
    return syncs.sumThenReset();
  }

  @Override
  public JournalFile open(Path path) throws IOException {
    return new CountingFile(disk.open(path), syncs);
  }

  @Override
  public JournalFile openToRead(Path path) throws IOException {
    return disk.openToRead(path);
  }

  @Override
  public void syncDirectory(Path directory) throws IOException {
    disk.syncDirectory(directory);
  }

  @Override
  public void rename(Path from, Path to) throws IOException {
    disk.rename(from, to);
  }

  @Override
  public void delete(Path path) throws IOException {
    disk.delete(path);
  }

  private record CountingFile(JournalFile file, LongAdder syncs) implements JournalFile {

    @Override
    public long length() throws IOException {
      return file.length();
    }

    @Override
    public int read(long position, byte[] into, int offset, int length) throws IOException {
      return file.read(position, into, offset, length);
    }

    @Override
    public void write(long position, byte[] from, int offset, int length) throws IOException {
      file.write(position, from, offset, length);
    }

    @Override
    public void truncate(long length) throws IOException {
      file.truncate(length);
    }

    @Override
    public void sync() throws IOException {
      file.sync();
      syncs.increment();
    }

    @Override
    public void close() throws IOException {
      file.close();
    }
  }
}
