package dev.registrynotifications.endpoint.attempt;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.Deque;
import java.util.List;

/** Ends attempts as it was told, then well; keeps what it was given. */
public final class ScriptedSender implements Sender {

  private final Deque<DeliveryResult> script = new ArrayDeque<>();
  private final List<String> attempts = new ArrayList<>();

  public ScriptedSender(DeliveryResult... results) {
    script.addAll(Arrays.asList(results));
  }

  /** Gets that answer so often, then success. */
  public static ScriptedSender answering(int status, int times) {
    return new ScriptedSender(
        Collections.nCopies(times, answered(status)).toArray(DeliveryResult[]::new));
  }

  public static DeliveryResult answered(int status) {
    return new DeliveryResult.Answered(status);
  }

  public static DeliveryResult failed() {
    return new DeliveryResult.Failed("refused");
  }

  @Override
  public DeliveryResult send(Delivery delivery) {
    attempts.add(new String(delivery.body(), UTF_8));
    return script.isEmpty() ? answered(200) : script.remove();
  }

  public List<String> attempts() {
    return attempts;
  }
}
