package dev.registrynotifications.cli;

import static dev.registrynotifications.Patience.DEADLINE;
import static org.awaitility.Awaitility.await;

import dev.registrynotifications.audience.Visit;
import dev.registrynotifications.dropin.Installation;
import dev.registrynotifications.host.HostProcess;
import dev.registrynotifications.jmx.RemoteBeans;
import dev.registrynotifications.management.EndpointMXBean;
import dev.registrynotifications.receiver.Answer;
import dev.registrynotifications.receiver.WebhookReceiver;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Predicate;

/**
 * A registry that runs, with the endpoints {@code ci}, whose receiver answers as it is told, and
 * {@code scanner}, and somebody at a console beside it.
 */
final class Operated implements AutoCloseable {

  static final String SECRET = "marked-secret";

  private final Path work;
  private final Commands commands;
  private final AtomicInteger status;
  private final List<Runnable> open;
  private final HostProcess host;
  private final EndpointMXBean ci;

  private Operated(
      Path work, AtomicInteger status, List<Runnable> open, HostProcess host, EndpointMXBean ci) {
    this.work = work;
    this.commands = new Commands(work.resolve("plugins/registry-notifications.jar"), work);
    this.status = status;
    this.open = open;
    this.host = host;
    this.ci = ci;
  }

  /** Starts it; the receiver of {@code ci} takes everything. */
  static Operated in(Path work) throws Exception {
    AtomicInteger status = new AtomicInteger(200);
    List<Runnable> open = new ArrayList<>();
    try {
      WebhookReceiver moody = WebhookReceiver.start(post -> Answer.status(status.get()));
      open.add(0, moody::close);
      WebhookReceiver calm = WebhookReceiver.start();
      open.add(0, calm::close);
      HostProcess host = Installation.in(work, configuration(moody, calm)).host().start();
      open.add(0, host::close);
      RemoteBeans beans = RemoteBeans.of(ProcessHandle.of(host.pid()).orElseThrow());
      open.add(0, beans::close);
      return new Operated(work, status, open, host, beans.endpoint("ci"));
    } catch (Exception e) {
      closeAll(open);
      throw e;
    }
  }

  private static String configuration(WebhookReceiver moody, WebhookReceiver calm) {
    return """
        notifications:
          enabled: true
          endpoints:
            - name: ci
              url: %s
              headers: {Authorization: ["Bearer %s"]}
              timeout: 60s
              threshold: 1
              backoff: 1h
              maxBackoff: 1h
            - name: scanner
              url: %s
              timeout: 60s
        """
        .formatted(moody.uri(), SECRET, calm.uri());
  }

  /** Types a command for this registry. */
  Ended run(String... arguments) throws IOException, InterruptedException {
    List<String> all = new ArrayList<>(List.of(arguments));
    all.addAll(List.of("--pid", Long.toString(host.pid())));
    return commands.run(all.toArray(String[]::new));
  }

  Commands commands() {
    return commands;
  }

  HostProcess host() {
    return host;
  }

  Path journal() {
    return work.resolve("data/notifications");
  }

  Path configurationFile() {
    return work.resolve("config.yml");
  }

  /** Has the receiver of {@code ci} answer with that status from now on. */
  void answer(int newStatus) {
    status.set(newStatus);
  }

  void push(String repository, int blobs) {
    new Visit(host.baseUri(), repository).pushBlobs(blobs);
  }

  void awaitCi(Predicate<EndpointMXBean> condition) {
    await().atMost(DEADLINE).until(() -> condition.test(ci));
  }

  @Override
  public void close() {
    closeAll(open);
  }

  private static void closeAll(List<Runnable> open) {
    if (open.isEmpty()) {
      return;
    }
    try {
      open.get(0).run();
    } finally {
      closeAll(open.subList(1, open.size()));
    }
  }
}
