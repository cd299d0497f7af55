package dev.registrynotifications.metrics;

import dev.registrynotifications.journal.DeadLetter;
import dev.registrynotifications.journal.ReplayStart;
import java.util.ArrayList;
import java.util.List;

/** Keeps what it was told to do, and has the dead letters that it was given. */
final class FakeOperations implements EndpointOperations {

  private final List<DeadLetter> letters = new ArrayList<>();
  private final List<ReplayStart> replays = new ArrayList<>();
  private final List<Long> redriven = new ArrayList<>();

  private int resumed;

  int resumed() {
    return resumed;
  }

  void keep(DeadLetter letter) {
    letters.add(letter);
  }

  @Override
  public void replay(ReplayStart start) {
    if (!replays.isEmpty()) {
      throw new IllegalStateException("Could not replay: a replay is under way");
    }
    replays.add(start);
  }

  @Override
  public void resume() {
    resumed++;
  }

  @Override
  public int countDeadLetters() {
    return letters.size();
  }

  @Override
  public List<DeadLetter> listDeadLetters(int most) {
    return letters.stream().limit(most).toList();
  }

  @Override
  public boolean redrive(long sequence) {
    redriven.add(sequence);
    return letters.stream().anyMatch(letter -> letter.event().sequence() == sequence);
  }

  @Override
  public int redriveAll() {
    letters.forEach(letter -> redriven.add(letter.event().sequence()));
    return letters.size();
  }

  @Override
  public int purge() {
    int purged = letters.size();
    letters.clear();
    return purged;
  }

  List<ReplayStart> replays() {
    return replays;
  }

  List<Long> redriven() {
    return redriven;
  }
}
