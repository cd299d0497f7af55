package dev.registrynotifications.journal.file;

import dev.registrynotifications.journal.LogStatus;
import dev.registrynotifications.journal.file.FileEventLog.OpenLog;
import dev.registrynotifications.journal.segment.Segments;

/** Says how a log in files is. For any thread. */
record LogReport(FileLogSettings settings, OpenLog open, LogWriter writer) {

  LogStatus status() {
    return new LogStatus(
        "file",
        open.id(),
        writer.trouble(),
        contents(),
        open.damages().count(),
        open.syncs().latencies());
  }

  private LogStatus.Contents contents() {
    Segments segments = open.segments();
    int buffered = writer.buffered();
    return new LogStatus.Contents(
        segments.records() + buffered,
        segments.bytes(),
        settings.maxBytes(),
        segments.firstSequence(),
        writer.lastSequence(),
        segments.all().size(),
        buffered);
  }
}
