package dev.registrynotifications.observe;

/** Sees how an answer becomes visible to the client. Never throws. */
interface BodyWatch {

  /** Something is about to be written, by which the answer may become visible. */
  void beforeWrite();

  /** Writing failed: the client didn't get all. */
  void failed();
}
