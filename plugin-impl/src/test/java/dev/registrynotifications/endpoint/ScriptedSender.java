package dev.registrynotifications.endpoint;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Deque;
import java.util.List;

/** Ends attempts as it was told, then well; keeps what it was given. */
final class ScriptedSender implements Sender {

  private final Deque<DeliveryResult> script = new ArrayDeque<>();
  private final List<String> attempts = new ArrayList<>();

  ScriptedSender(DeliveryResult... results) {
    script.addAll(Arrays.asList(results));
  }

  static DeliveryResult answered(int status) {
    return new DeliveryResult.Answered(status);
  }

  static DeliveryResult failed() {
    return new DeliveryResult.Failed("refused");
  }

  @Override
  public DeliveryResult send(byte[] envelope) {
    attempts.add(new String(envelope, UTF_8));
    return script.isEmpty() ? answered(200) : script.remove();
  }

  List<String> attempts() {
    return attempts;
  }
}
