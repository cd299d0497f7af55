package dev.registrynotifications.endpoint;

import static dev.registrynotifications.Patience.DEADLINE;
import static org.assertj.core.api.Assertions.assertThat;

import com.google.common.util.concurrent.Uninterruptibles;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;

class EndpointThreadsTest {

  private final EndpointThreads threads = new EndpointThreads("ci", 2);

  @Test
  void haveEndedOnlyWhenARequestHasThatTheCourierLeftBehind() {
    CountDownLatch answer = new CountDownLatch(1);
    threads.forSending().execute(() -> Uninterruptibles.awaitUninterruptibly(answer));
    threads.start(() -> {});

    threads.awaitEnd(Duration.ZERO);
    assertThat(threads.hasEndedWithin(Duration.ZERO)).isFalse();

    answer.countDown();
    assertThat(threads.hasEndedWithin(DEADLINE)).isTrue();
  }

  @Test
  void haveEndedWhenNobodySendsAnyMore() {
    CountDownLatch sent = new CountDownLatch(1);
    threads.forSending().execute(sent::countDown);
    threads.start(() -> Uninterruptibles.awaitUninterruptibly(sent));

    assertThat(threads.hasEndedWithin(DEADLINE)).isTrue();
  }
}
