package dev.registrynotifications.host.manifest;

/** A client pushed something that isn't the manifest it should be. */
public final class InvalidManifestException extends Exception {

  InvalidManifestException(String message) {
    super(message);
  }

  InvalidManifestException(String message, Exception cause) {
    super(message, cause);
  }
}
