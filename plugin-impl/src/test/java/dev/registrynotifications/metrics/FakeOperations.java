package dev.registrynotifications.metrics;

import dev.registrynotifications.journal.DeadLetter;
import dev.registrynotifications.journal.ReplayStart;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.LongSupplier;

/** Keeps what it was told to do, and has the dead letters that it was given. */
final class FakeOperations implements EndpointOperations {

  private final List<DeadLetter> letters = new ArrayList<>();
  private final List<ReplayStart> replays = new ArrayList<>();
  private final List<Long> redriven = new ArrayList<>();

  private final List<String> orders = new ArrayList<>();

  /** What it was told to do that has no figures. */
  List<String> orders() {
    return orders;
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
  public boolean cancelReplay() {
    orders.add("cancel");
    return !replays.isEmpty();
  }

  @Override
  public void pause() {
    orders.add("pause");
  }

  @Override
  public void resume() {
    orders.add("resume");
  }

  @Override
  public void retryNow() {
    orders.add("retry");
  }

  @Override
  public Attempt ping() {
    return TestAttempts.delivered(0);
  }

  @Override
  public LongSupplier orderSkip() {
    return () -> {
      if (letters.isEmpty()) {
        throw new IllegalStateException("Could not skip: nothing is pending");
      }
      return letters.get(0).event().sequence();
    };
  }

  @Override
  public Optional<DeadLetter> findDeadLetter(long sequence) {
    return letters.stream().filter(letter -> letter.event().sequence() == sequence).findFirst();
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
