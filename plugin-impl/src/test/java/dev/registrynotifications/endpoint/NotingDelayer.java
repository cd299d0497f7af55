package dev.registrynotifications.endpoint;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** Waits no time, and notes how long it should have. */
final class NotingDelayer implements Delayer {

  private final Runnable atEachPause;
  private final List<Duration> pauses = new ArrayList<>();
  private boolean stopping;

  NotingDelayer() {
    this(() -> {});
  }

  NotingDelayer(Runnable atEachPause) {
    this.atEachPause = atEachPause;
  }

  @Override
  public void delay(Duration pause) {
    pauses.add(pause);
    atEachPause.run();
  }

  @Override
  public boolean delayUnlessStopping(Duration pause) {
    delay(pause);
    return !stopping;
  }

  void stop() {
    stopping = true;
  }

  List<Duration> pauses() {
    return pauses;
  }
}
