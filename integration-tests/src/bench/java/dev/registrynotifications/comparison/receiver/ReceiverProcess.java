package dev.registrynotifications.comparison.receiver;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.util.Base64;
import java.util.concurrent.ExecutionException;

/** A receiver in a process of its own, for {@link ChildReceiver}. One line in, one line out. */
final class ReceiverProcess {

  static final String LISTEN = "listen";
  static final String REFUSE = "refuse";
  static final String TALLY = "tally";
  static final String SAMPLE = "sample";

  private ReceiverProcess() {}

  /** Runs until its standard input ends, as it does when the parent has gone. */
  public static void main(String[] args)
      throws IOException, InterruptedException, ExecutionException {
    try (Receiver receiver = new Receiver()) {
      BufferedReader lines = new BufferedReader(new InputStreamReader(System.in, UTF_8));
      for (String line = lines.readLine(); line != null; line = lines.readLine()) {
        System.out.println(answer(receiver, line.split(" ", -1)));
      }
    }
  }

  private static String answer(Receiver receiver, String... words)
      throws InterruptedException, ExecutionException {
    return switch (words[0]) {
      case LISTEN -> listen(receiver, words);
      case REFUSE -> refuse(receiver);
      case TALLY -> receiver.tally().text();
      case SAMPLE -> sample(receiver);
      default -> throw new IllegalArgumentException("There is no command " + words[0]);
    };
  }

  private static String listen(Receiver receiver, String... words) throws InterruptedException {
    return Integer.toString(
        receiver.listen(Integer.parseInt(words[1]), Behaviour.parse(words[2], words[3], words[4])));
  }

  private static String refuse(Receiver receiver) throws InterruptedException {
    receiver.refuse();
    return REFUSE;
  }

  private static String sample(Receiver receiver) throws InterruptedException, ExecutionException {
    byte[] body = receiver.sample().text().getBytes(ISO_8859_1);
    return Base64.getEncoder().encodeToString(body);
  }
}
