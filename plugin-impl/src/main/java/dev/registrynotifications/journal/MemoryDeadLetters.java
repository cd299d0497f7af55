package dev.registrynotifications.journal;

import com.google.errorprone.annotations.concurrent.GuardedBy;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Dead letters beside a log in memory: lost with it. */
final class MemoryDeadLetters implements DeadLetters {

  private static final Logger LOGGER = System.getLogger(MemoryDeadLetters.class.getName());

  private final String name;
  private final int most;

  @GuardedBy("this")
  private final Map<Long, DeadLetter> letters = new LinkedHashMap<>();

  /** Keeps so many letters at the most. */
  MemoryDeadLetters(String name, int most) {
    this.name = name;
    this.most = most;
  }

  @Override
  public synchronized void add(DeadLetter letter) {
    letters.remove(letter.event().sequence());
    letters.put(letter.event().sequence(), letter);
    if (letters.size() > most) {
      letters.remove(letters.keySet().iterator().next());
      LOGGER.log(Level.WARNING, "The oldest dead letter of {0} is lost: {1} are kept", name, most);
    }
  }

  @Override
  public synchronized List<DeadLetter> list(int atMost) {
    return letters.values().stream().limit(atMost).toList();
  }

  @Override
  public synchronized Optional<DeadLetter> find(long sequence) {
    return Optional.ofNullable(letters.get(sequence));
  }

  @Override
  public synchronized List<Long> sequences() {
    List<Long> sequences = new ArrayList<>(letters.keySet());
    sequences.sort(null);
    return sequences;
  }

  @Override
  public synchronized int count() {
    return letters.size();
  }

  @Override
  public synchronized void remove(long sequence) {
    letters.remove(sequence);
  }

  @Override
  public synchronized int purge() {
    int purged = letters.size();
    letters.clear();
    return purged;
  }

  @Override
  public void close() {}
}
