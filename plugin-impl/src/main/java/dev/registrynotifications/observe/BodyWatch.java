package dev.registrynotifications.observe;

/** Sees an answer's body on its way. Never throws. */
interface BodyWatch {

  /** Something is about to be written, by which the answer may become visible to the client. */
  void beforeWrite();

  /** Bytes were written. */
  void wrote(byte[] bytes, int offset, int length);

  /** Writing failed: the client didn't get all. */
  void failed();
}
