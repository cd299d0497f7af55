package dev.registrynotifications.monitoring;

import dev.registrynotifications.receiver.Answer;
import dev.registrynotifications.receiver.Answers;
import dev.registrynotifications.receiver.ReceivedPost;
import dev.registrynotifications.receiver.WebhookReceiver;
import java.net.URI;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * A webhook that changes its mind about how to answer, and counts its answers. Safe for use by
 * several threads.
 */
final class CountingReceiver implements AutoCloseable {

  private final Map<Integer, Integer> answered = new ConcurrentHashMap<>();
  private final WebhookReceiver receiver;
  private volatile Answers answers = Answers.always(Answer.OK);

  /** Starts one that accepts everything. */
  CountingReceiver() {
    receiver = WebhookReceiver.start(this::answer);
  }

  URI uri() {
    return receiver.uri();
  }

  /** Answers so from now on. */
  void behave(Answers newAnswers) {
    answers = newAnswers;
  }

  /** How often it has answered with that status. */
  int answered(int status) {
    return answered.getOrDefault(status, 0);
  }

  /** How often it has answered. */
  int answered() {
    return answered.values().stream().mapToInt(Integer::intValue).sum();
  }

  @Override
  public void close() {
    receiver.close();
  }

  private Answer answer(ReceivedPost post) {
    Answer answer = answers.to(post);
    answered.merge(answer.status(), 1, Integer::sum);
    return answer;
  }
}
