package dev.registrynotifications.observe;

import java.io.PrintWriter;

/** What a registry writes text with; it says whether the server's own has failed. */
final class ObservedPrintWriter extends PrintWriter {

  private final ObservedWriter watched;

  ObservedPrintWriter(ObservedWriter watched) {
    super(watched);
    this.watched = watched;
  }

  @Override
  public boolean checkError() {
    boolean hasFailed = watched.hasFailed();
    return super.checkError() || hasFailed;
  }
}
