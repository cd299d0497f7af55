package dev.registrynotifications.journal.segment;

import com.google.common.base.Ticker;
import dev.registrynotifications.measure.LatencyWindow;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;

/** Takes note of how long it takes to force files to a disk. */
public record TimedDisk(Disk disk, LatencyWindow syncs, Ticker ticker) implements Disk {

  @Override
  public JournalFile open(Path path) throws IOException {
    return new TimedFile(disk.open(path), this);
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

  private void sync(JournalFile file) throws IOException {
    long begin = ticker.read();
    file.sync();
    syncs.record(Duration.ofNanos(ticker.read() - begin));
  }

  /** A file of which the forcing is timed. */
  private record TimedFile(JournalFile file, TimedDisk timed) implements JournalFile {

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
      timed.sync(file);
    }

    @Override
    public void close() throws IOException {
      file.close();
    }
  }
}
