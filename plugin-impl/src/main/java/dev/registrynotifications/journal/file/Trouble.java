package dev.registrynotifications.journal.file;

import dev.registrynotifications.journal.LogListener;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;

/**
 * Tells people when the disk can't be written and when it can be again, once each: in the log, and
 * whoever listens. {@link #tell} is for the one thread that keeps house.
 */
final class Trouble {

  private static final Logger LOGGER = System.getLogger(Trouble.class.getName());

  private final FileLogSettings settings;
  private final List<LogListener> listeners = new CopyOnWriteArrayList<>();
  private boolean told;

  Trouble(FileLogSettings settings) {
    this.settings = settings;
  }

  void listen(LogListener listener) {
    listeners.add(listener);
  }

  /** Looks at how it is now. */
  void tell(Optional<String> trouble) {
    if (trouble.isPresent() && !told) {
      tellFailing(trouble.get());
    } else if (trouble.isEmpty() && told) {
      LOGGER.log(Level.INFO, "The journal in {0} is written again", settings.directory());
      listeners.forEach(LogListener::onRecovered);
    }
    told = trouble.isPresent();
  }

  private void tellFailing(String why) {
    LOGGER.log(
        Level.ERROR,
        "The journal in {0} can''t be written: {1}; up to {2} events wait in memory until it can",
        settings.directory(),
        why,
        Integer.toString(settings.bufferEvents()));
    listeners.forEach(listener -> listener.onFailing(why));
  }
}
