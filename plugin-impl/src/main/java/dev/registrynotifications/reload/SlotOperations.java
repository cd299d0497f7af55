package dev.registrynotifications.reload;

import dev.registrynotifications.journal.DeadLetter;
import dev.registrynotifications.journal.ReplayStart;
import dev.registrynotifications.metrics.Attempt;
import dev.registrynotifications.metrics.EndpointOperations;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.locks.Lock;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.LongSupplier;

/**
 * What an operator does with whichever endpoint is in a slot, so that its MBean stays the same,
 * with all who listen to it. What changes something waits while endpoints are exchanged, and is
 * refused where none runs: one that is leaving would forget it.
 *
 * @param operating held while an operator changes something
 */
record SlotOperations(Slot slot, Lock operating) implements EndpointOperations {

  @Override
  public void replay(ReplayStart start) {
    change(operations -> operations.replay(start));
  }

  @Override
  public boolean cancelReplay() {
    return ask(EndpointOperations::cancelReplay);
  }

  @Override
  public void pause() {
    change(EndpointOperations::pause);
  }

  @Override
  public void resume() {
    change(EndpointOperations::resume);
  }

  @Override
  public void retryNow() {
    change(EndpointOperations::retryNow);
  }

  @Override
  public Attempt ping() {
    return current().ping();
  }

  @Override
  public LongSupplier orderSkip() {
    return ask(EndpointOperations::orderSkip);
  }

  @Override
  public int countDeadLetters() {
    return current().countDeadLetters();
  }

  @Override
  public Optional<DeadLetter> findDeadLetter(long sequence) {
    return current().findDeadLetter(sequence);
  }

  @Override
  public List<DeadLetter> listDeadLetters(int most) {
    return current().listDeadLetters(most);
  }

  @Override
  public boolean redrive(long sequence) {
    return ask(operations -> operations.redrive(sequence));
  }

  @Override
  public int redriveAll() {
    return ask(EndpointOperations::redriveAll);
  }

  @Override
  public int purge() {
    return ask(EndpointOperations::purge);
  }

  private EndpointOperations current() {
    return slot.endpoint().operations();
  }

  private void change(Consumer<EndpointOperations> change) {
    operating.lock();
    try {
      change.accept(slot.operations());
    } finally {
      operating.unlock();
    }
  }

  private <T> T ask(Function<EndpointOperations, T> change) {
    operating.lock();
    try {
      return change.apply(slot.operations());
    } finally {
      operating.unlock();
    }
  }
}
