package dev.registrynotifications.reload.watch;

import com.google.common.hash.Hashing;
import com.google.common.io.MoreFiles;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;

/** Looks at the files of the file system. */
final class DiskLooks implements FileLooks {

  private static final String UNREADABLE = "unreadable";

  @Override
  public FileStamp stamp(Path file) {
    try {
      Path place = file.toRealPath();
      BasicFileAttributes seen = Files.readAttributes(place, BasicFileAttributes.class);
      return seen.isOther()
          ? FileStamp.STREAM
          : FileStamp.of(place.toString(), seen.size(), seen.lastModifiedTime());
    } catch (IOException e) {
      return FileStamp.MISSING;
    }
  }

  @Override
  public String digest(Path file) {
    try {
      return MoreFiles.asByteSource(file).hash(Hashing.sha256()).toString();
    } catch (IOException e) {
      return UNREADABLE;
    }
  }
}
