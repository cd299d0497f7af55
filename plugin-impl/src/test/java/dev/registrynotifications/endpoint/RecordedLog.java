package dev.registrynotifications.endpoint;

import java.util.ArrayList;
import java.util.List;
import java.util.logging.Handler;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import java.util.logging.SimpleFormatter;

/** What a class logs until this is closed, a line each: its level and what people read. */
public final class RecordedLog extends Handler implements AutoCloseable {

  private final Logger logger;
  private final List<String> lines = new ArrayList<>();

  private RecordedLog(Logger logger) {
    this.logger = logger;
  }

  /** Records from now on. */
  public static RecordedLog of(Class<?> logging) {
    RecordedLog log = new RecordedLog(Logger.getLogger(logging.getName()));
    log.logger.addHandler(log);
    return log;
  }

  @Override
  public synchronized void publish(LogRecord record) {
    lines.add(record.getLevel() + " " + new SimpleFormatter().formatMessage(record));
  }

  /** What was logged so far. */
  public synchronized List<String> lines() {
    return List.copyOf(lines);
  }

  @Override
  public void flush() {}

  @Override
  public void close() {
    logger.removeHandler(this);
  }
}
