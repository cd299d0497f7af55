package dev.registrynotifications.endpoint;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.Deque;
import java.util.List;

/** Ends attempts as it was told, then well; keeps what it was given. */
final class ScriptedSender implements Sender {

  private final Deque<DeliveryResult> script = new ArrayDeque<>();
  private final List<String> attempts = new ArrayList<>();

  ScriptedSender(DeliveryResult... results) {
    script.addAll(Arrays.asList(results));
  }

  /** Gets that answer so often, then success. */
  static ScriptedSender answering(int status, int times) {
    return new ScriptedSender(
        Collections.nCopies(times, answered(status)).toArray(DeliveryResult[]::new));
  }

  static DeliveryResult answered(int status) {
    return new DeliveryResult.Answered(status);
  }

  /** What a sender ends with that has tried often enough. */
  static DeliveryResult rejected(int status) {
    return new DeliveryResult.Rejected(status, RetryingSender.REJECT_AFTER);
  }

  static DeliveryResult failed() {
    return new DeliveryResult.Failed("refused");
  }

  @Override
  public DeliveryResult send(Delivery delivery) {
    attempts.add(new String(delivery.body(), UTF_8));
    return script.isEmpty() ? answered(200) : script.remove();
  }

  List<String> attempts() {
    return attempts;
  }
}
