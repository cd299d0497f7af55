package dev.registrynotifications.receiver;

import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.List;
import java.util.Queue;

/**
 * Decides how to answer a request. Called on the threads of the receiver, several at a time.
 *
 * <p>A function of the request and not a mere list of statuses, because what makes a receiver
 * interesting is often in the request: it refuses one repository, or one event.
 */
@FunctionalInterface
public interface Answers {

  /** The answer to this request. */
  Answer to(ReceivedPost post);

  /** The same answer for every request. */
  static Answers always(Answer answer) {
    return post -> answer;
  }

  /** These answers, one for each request in the order of arrival, then {@link Answer#OK}. */
  static Answers inTurn(Answer... answers) {
    Queue<Answer> left = new ArrayDeque<>(List.of(answers));
    return post -> {
      synchronized (left) {
        Answer next = left.poll();
        return next == null ? Answer.OK : next;
      }
    };
  }

  /** These statuses, one for each request in the order of arrival, then 200. */
  static Answers statuses(int... statuses) {
    return inTurn(Arrays.stream(statuses).mapToObj(Answer::status).toArray(Answer[]::new));
  }
}
