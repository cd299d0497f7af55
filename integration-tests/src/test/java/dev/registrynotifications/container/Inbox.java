package dev.registrynotifications.container;

import static dev.registrynotifications.Patience.DEADLINE;

import dev.registrynotifications.captures.WebhookBody;
import dev.registrynotifications.receiver.Answer;
import dev.registrynotifications.receiver.Answers;
import dev.registrynotifications.receiver.ReceivedPost;
import dev.registrynotifications.receiver.WebhookReceiver;
import java.util.List;

/** A webhook that wants to know of manifests only, and the configuration that says so. */
record Inbox(WebhookReceiver receiver) implements AutoCloseable {

  static Inbox open() {
    return answering(Answers.always(Answer.OK));
  }

  static Inbox answering(Answers answers) {
    return new Inbox(WebhookReceiver.start(answers));
  }

  /** A configuration with this in its second line. */
  String configuration(String flag) {
    return configurationForBlobs(flag) + "      ignore: {mediatypes: [application/octet-stream]}\n";
  }

  /** The same for a webhook that wants to know of blobs, too. */
  String configurationForBlobs(String flag) {
    return """
        notifications:
          %s
          endpoints:
            - name: ci
              url: %s
              timeout: 30s
        """
        .formatted(flag, receiver.uri());
  }

  /** Waits for so many events, and forgets them: in what order they came is up to their lanes. */
  List<WebhookBody> take(int count) throws InterruptedException {
    receiver.await(count, DEADLINE);
    return receiver.takePosts().stream().map(ReceivedPost::text).map(WebhookBody::new).toList();
  }

  /** What has come and wasn't taken. */
  List<String> rest() {
    return receiver.posts().stream().map(ReceivedPost::text).toList();
  }

  @Override
  public void close() {
    receiver.close();
  }
}
