package dev.registrynotifications.host.storage;

import java.io.IOException;

/** An upload is being written to by another request. */
public final class UploadBusyException extends IOException {

  UploadBusyException(String id) {
    super("Could not take up the upload " + id + ": another request is using it");
  }
}
