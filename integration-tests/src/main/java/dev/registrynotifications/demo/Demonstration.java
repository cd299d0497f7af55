package dev.registrynotifications.demo;

import dev.registrynotifications.host.HostLauncher;
import dev.registrynotifications.host.HostProcess;
import dev.registrynotifications.jmx.RemoteBeans;
import dev.registrynotifications.management.EndpointMXBean;
import dev.registrynotifications.receiver.WebhookReceiver;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;

/** Goes through the steps, each with what it has got to show. */
final class Demonstration {

  private static final String ENDPOINT = "demo";
  private static final Duration DEADLINE = Duration.ofMinutes(2);
  private static final Duration BETWEEN_LOOKS = Duration.ofMillis(50);
  private static final int LOOKS = (int) DEADLINE.dividedBy(BETWEEN_LOOKS);
  private static final Duration BETWEEN_SWEEPS = Duration.ofMinutes(1);

  private final Console console;
  private final DemoDirectory directory;
  private final WebhookReceiver receiver;
  private final HostProcess host;
  private final ProcessHandle hostProcess;
  private final ProcessEnd hostEnd;

  private Demonstration(
      Console console, DemoDirectory directory, WebhookReceiver receiver, HostProcess host) {
    this.console = console;
    this.directory = directory;
    this.receiver = receiver;
    this.host = host;
    this.hostProcess =
        ProcessHandle.of(host.pid())
            .orElseThrow(() -> new DemoException("Could not go on: the registry has ended"));
    this.hostEnd = new ProcessEnd(hostProcess.onExit());
  }

  /** Starts a receiver, and a registry that is configured to tell it. */
  static Demonstration start(Console console, BuiltJars jars, int port, Cleanup cleanup)
      throws InterruptedException {
    DemoDirectory directory = DemoDirectory.create();
    cleanup.add(directory::close);

    console.step("Start a receiver of webhooks");
    WebhookReceiver receiver = WebhookReceiver.start(0, new WebhookPrinter(console));
    cleanup.add(receiver::close);
    console.show("listening on " + receiver.uri());

    console.step("Drop the plugin into the registry's plugin directory, and switch it on");
    Path plugin = jars.plugin();
    directory.install(plugin);
    console.show("plugins/" + plugin.getFileName() + "\nconfig.yml:");
    console.show(directory.configure(ENDPOINT, receiver.uri()).indent(2));

    console.step("Start the registry");
    HostProcess host = startHost(console, jars.host(), directory, port);
    cleanup.add(host::close);
    console.show("listening on " + host.baseUri());
    return new Demonstration(console, directory, receiver, host);
  }

  private static HostProcess startHost(Console console, Path jar, DemoDirectory directory, int port)
      throws InterruptedException {
    String config = directory.config().toString();
    String plugins = directory.plugins().toString();
    console.show(
        """
        java -jar %s --port %d --storage memory \\
            --plugins %s \\
            --config %s
        """
            .formatted(fromHere(jar), port, plugins, config));
    HostLauncher launcher =
        new HostLauncher(jar)
            .with("--port", Integer.toString(port))
            .with("--storage", "memory")
            .with("--plugins", plugins)
            .with("--config", config);
    try {
      return launcher.start();
    } catch (IOException e) {
      throw new DemoException("Could not start the registry (--port chooses another port)", e);
    }
  }

  private static Path fromHere(Path file) {
    Path here = Path.of("").toAbsolutePath();
    return file.startsWith(here) ? here.relativize(file) : file;
  }

  /** Pushes and pulls an image, and waits for what the receiver is told of it. */
  void pushAndPull() throws InterruptedException {
    DemoImage image = new DemoImage(directory.path(), host.baseUri().getPort());

    console.step("Push an image, " + DemoImage.NAME);
    image.push();
    awaitWebhooks("push");

    console.step("Pull it");
    image.pull();
    awaitWebhooks("pull");
  }

  /** Reads the beans of the registry's process. */
  void showBeans() throws InterruptedException {
    console.step("Look into the registry's process, by JMX");
    try (RemoteBeans beans = RemoteBeans.of(hostProcess)) {
      EndpointMXBean endpoint = beans.endpoint(ENDPOINT);
      awaitNothingPending(endpoint);
      console.show(EndpointTable.of(endpoint));
    }
  }

  /** Shows what the registry's process has written. */
  void showOutputOfHost() {
    console.step("What the registry has written");
    console.show(String.join("\n", host.output()));
  }

  /** Prints webhooks until Ctrl-C, which ends the registry too. */
  void stayUp(Cleanup cleanup) throws InterruptedException {
    console.step("Go on yourself: the registry stays up until you press Ctrl-C");
    console.show(
        """
        docker pull alpine
        docker tag alpine localhost:%1$d/alpine
        docker push localhost:%1$d/alpine
        (Docker takes localhost without TLS.)
        """
            .formatted(host.baseUri().getPort()));
    while (!hostEnd.comesWithin(BETWEEN_SWEEPS)) {
      receiver.takePosts();
    }
    if (!cleanup.isOver()) {
      throw new DemoException("Could not stay up: the registry has ended");
    }
  }

  private void awaitWebhooks(String action) throws InterruptedException {
    try {
      receiver.awaitUntil(new AwaitedWebhooks(action), DEADLINE);
    } catch (AssertionError e) {
      throw new DemoException("Could not get the webhooks of the " + action, e);
    }
  }

  /** The registry counts a webhook once it has the answer, a moment after the receiver has it. */
  private void awaitNothingPending(EndpointMXBean endpoint) throws InterruptedException {
    for (int look = 0; look < LOOKS; look++) {
      if (endpoint.getPending() == 0) {
        return;
      }
      if (hostEnd.comesWithin(BETWEEN_LOOKS)) {
        throw new DemoException("Could not go on: the registry has ended");
      }
    }
    throw new DemoException(
        "Could not see all delivered: " + endpoint.getPending() + " events are pending");
  }
}
