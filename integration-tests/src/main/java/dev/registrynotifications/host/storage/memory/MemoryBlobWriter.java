package dev.registrynotifications.host.storage.memory;

import dev.registrynotifications.host.storage.BlobHash;
import dev.registrynotifications.host.storage.memory.MemoryUploads.Upload;
import dev.registrynotifications.registry.BlobWriter;
import dev.registrynotifications.registry.Descriptor;
import dev.registrynotifications.registry.Digest;
import dev.registrynotifications.registry.DigestMismatchException;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;

final class MemoryBlobWriter implements BlobWriter {

  private final MemoryUploads uploads;
  private final Upload upload;
  private final Contents contents;
  private boolean closed;

  MemoryBlobWriter(MemoryUploads uploads, Upload upload, Contents contents) {
    this.uploads = uploads;
    this.upload = upload;
    this.contents = contents;
  }

  @Override
  public String id() {
    return upload.id();
  }

  @Override
  public long size() {
    return upload.bytes().size();
  }

  @Override
  public void write(InputStream content) throws IOException {
    content.transferTo(upload.bytes());
  }

  @Override
  public Descriptor commit(Digest digest) throws IOException {
    byte[] bytes = upload.bytes().toByteArray();
    Digest actual = BlobHash.of(digest).hash(new ByteArrayInputStream(bytes));
    uploads.end(upload);
    if (!actual.equals(digest)) {
      throw new DigestMismatchException(digest, actual);
    }
    contents.create(upload.repository()).blobs().put(digest, bytes);
    return Descriptor.blob(digest, bytes.length);
  }

  @Override
  public void cancel() {
    uploads.end(upload);
  }

  @Override
  public void close() {
    if (!closed) {
      closed = true;
      uploads.release(upload);
    }
  }
}
