package dev.registrynotifications.host.storage.directory;

import dev.registrynotifications.host.storage.BlobHash;
import dev.registrynotifications.registry.BlobWriter;
import dev.registrynotifications.registry.Descriptor;
import dev.registrynotifications.registry.Digest;
import dev.registrynotifications.registry.DigestMismatchException;
import java.io.FileInputStream;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.function.Function;

/**
 * Appends to a file, which becomes the blob by being renamed.
 *
 * <p>The digest is computed at the commit, from the file. Rejected: hashing what comes in, whose
 * state couldn't be taken up by another process.
 */
final class FileBlobWriter implements BlobWriter {

  private static final int BUFFER_BYTES = 64 * 1024;

  private final String id;
  private final DirectoryUploads uploads;
  private final AtomicTree tree;
  private final Function<Digest, Path> blobFile;
  private boolean closed;

  FileBlobWriter(
      String id, DirectoryUploads uploads, AtomicTree tree, Function<Digest, Path> blobFile) {
    this.id = id;
    this.uploads = uploads;
    this.tree = tree;
    this.blobFile = blobFile;
  }

  @Override
  public String id() {
    return id;
  }

  @Override
  public long size() {
    return uploads.file(id).toFile().length();
  }

  @Override
  public void write(InputStream content) throws IOException {
    byte[] buffer = new byte[BUFFER_BYTES];
    try (OutputStream file = new FileOutputStream(uploads.file(id).toFile(), true)) {
      for (int count = content.read(buffer); count >= 0; count = content.read(buffer)) {
        file.write(buffer, 0, count);
      }
    }
  }

  @Override
  public Descriptor commit(Digest digest) throws IOException {
    long size = size();
    Digest actual = actualDigest(digest);
    if (!actual.equals(digest)) {
      cancel();
      throw new DigestMismatchException(digest, actual);
    }
    tree.move(uploads.file(id), blobFile.apply(digest));
    return Descriptor.blob(digest, size);
  }

  @Override
  public void cancel() throws IOException {
    Files.deleteIfExists(uploads.file(id));
  }

  @Override
  public void close() {
    if (!closed) {
      closed = true;
      uploads.release(id);
    }
  }

  private Digest actualDigest(Digest claimed) throws IOException {
    try (InputStream file = new FileInputStream(uploads.file(id).toFile())) {
      return BlobHash.of(claimed).hash(file);
    }
  }
}
