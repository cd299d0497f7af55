package dev.registrynotifications.journal;

import static dev.registrynotifications.Patience.DEADLINE;
import static org.awaitility.Awaitility.await;

import dev.registrynotifications.Ports;
import dev.registrynotifications.receiver.Answer;
import dev.registrynotifications.receiver.Answers;
import dev.registrynotifications.receiver.ReceivedPost;
import dev.registrynotifications.receiver.WebhookReceiver;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * A webhook that goes down and comes up again at the same address, changes its mind about how to
 * answer, and keeps account of both. Safe for use by several threads.
 */
final class Hook implements AutoCloseable {

  private final int port;
  private final List<Arrival> arrivals = new ArrayList<>();
  private volatile Answers answers = Answers.always(Answer.OK);
  private volatile Hold hold = new Hold(arrival -> false, new CountDownLatch(0));
  private @Nullable WebhookReceiver receiver;

  /** What isn't answered until when. */
  private record Hold(Predicate<Arrival> what, CountDownLatch until) {

    void pass(Arrival arrival) {
      try {
        if (what.test(arrival) && !until.await(DEADLINE.toMillis(), TimeUnit.MILLISECONDS)) {
          throw new AssertionError("held for too long: " + arrival);
        }
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
      }
    }
  }

  private Hook(int port) {
    this.port = port;
  }

  /** One that isn't up yet. */
  static Hook down() {
    return new Hook(Ports.free());
  }

  /** One that accepts everything. */
  static Hook up() {
    Hook hook = down();
    hook.comeUp();
    return hook;
  }

  void comeUp() {
    receiver = WebhookReceiver.start(port, this::answer);
  }

  /** Refuses connections from now on. */
  void goDown() {
    close();
  }

  /** Answers so from now on. */
  void behave(Answers newAnswers) {
    answers = newAnswers;
  }

  /** Holds back, from now on, the answer to the so-manieth replayed post until the latch opens. */
  void holdReplayed(int place, CountDownLatch until) {
    AtomicInteger replayed = new AtomicInteger();
    hold = new Hold(post -> post.isReplayed() && replayed.incrementAndGet() == place, until);
  }

  /** Holds back, from now on, every answer until the latch opens. */
  void holdAll(CountDownLatch until) {
    hold = new Hold(post -> true, until);
  }

  String url() {
    return "http://127.0.0.1:" + port + "/events";
  }

  /** All that came so far. */
  List<Arrival> arrivals() {
    synchronized (arrivals) {
      return List.copyOf(arrivals);
    }
  }

  /** All that it has accepted so far. */
  List<Arrival> accepted() {
    return arrivals().stream().filter(Arrival::isAccepted).toList();
  }

  /** What it has accepted so far. */
  List<Arrival.What> acceptedEvents() {
    return accepted().stream().map(Arrival::event).toList();
  }

  /** Waits until it has accepted so many, and returns all it has. */
  List<Arrival> awaitAccepted(int count) {
    return awaitArrivals(all -> all.stream().filter(Arrival::isAccepted).count() >= count);
  }

  /** Waits until what came meets a condition, and returns it. */
  List<Arrival> awaitArrivals(Predicate<List<Arrival>> condition) {
    return await().atMost(DEADLINE).until(this::arrivals, condition);
  }

  @Override
  public void close() {
    if (receiver != null) {
      receiver.close();
      receiver = null;
    }
  }

  private Answer answer(ReceivedPost post) {
    Answer answer = answers.to(post);
    Arrival arrival = Arrival.of(post, answer.status());
    synchronized (arrivals) {
      arrivals.add(arrival);
    }
    hold.pass(arrival);
    return answer;
  }
}
