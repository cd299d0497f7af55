package dev.registrynotifications.reload.watch;

import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.HashMap;
import java.util.Map;

/** Files that only exist here; each change makes one look younger. */
final class FakeLooks implements FileLooks {

  private final Map<Path, FileStamp> stamps = new HashMap<>();
  private final Map<Path, String> contents = new HashMap<>();
  private int clock;
  private int digests;

  void write(Path file, String content) {
    contents.put(file, content);
    stamps.put(file, FileStamp.of(file.toString(), content.length(), now()));
  }

  void touch(Path file) {
    write(file, digest(file));
  }

  /** Has a link lead to another file of the same size and age. */
  void relink(Path file, String place, String content) {
    FileStamp before = stamp(file);
    contents.put(file, content);
    stamps.put(file, FileStamp.of(place, before.size(), before.modified()));
  }

  void remove(Path file) {
    contents.remove(file);
    stamps.remove(file);
  }

  void makeStream(Path file) {
    stamps.put(file, FileStamp.STREAM);
  }

  /** How often the content of a file was looked at. */
  int digests() {
    return digests;
  }

  @Override
  public FileStamp stamp(Path file) {
    return stamps.getOrDefault(file, FileStamp.MISSING);
  }

  @Override
  public String digest(Path file) {
    digests++;
    return contents.getOrDefault(file, "");
  }

  private FileTime now() {
    return FileTime.fromMillis(++clock);
  }
}
