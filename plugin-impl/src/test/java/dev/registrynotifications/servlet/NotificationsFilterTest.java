package dev.registrynotifications.servlet;

import static dev.registrynotifications.Patience.DEADLINE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.registrynotifications.WebhookServer;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.net.URI;
import java.net.URL;
import java.net.URLClassLoader;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import javax.management.ObjectName;
import org.eclipse.jetty.ee10.servlet.ServletContextHandler;
import org.eclipse.jetty.ee10.servlet.ServletHolder;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;
import org.eclipse.jetty.server.handler.ContextHandlerCollection;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class NotificationsFilterTest {

  private static final String DIGEST = "sha256:" + "a".repeat(64);

  private final Server server = new Server();
  private final ServerConnector connector = new ServerConnector(server);
  private final ContextHandlerCollection applications = new ContextHandlerCollection();
  private final ExecutorService threads = Executors.newCachedThreadPool();
  private WebhookServer webhook;
  @TempDir private Path directory;

  @BeforeEach
  void start() throws Exception {
    webhook = WebhookServer.down();
    webhook.start();
    server.addConnector(connector);
    server.setHandler(applications);
    server.start();
  }

  @AfterEach
  void stop() throws Exception {
    for (Handler application : applications.getHandlers()) {
      application.stop();
    }
    server.stop();
    webhook.close();
    threads.shutdownNow();
  }

  /** Takes every request for a push that succeeds, once it is let. */
  private static final class Creating extends HttpServlet {
    private static final long serialVersionUID = 1;

    private final transient Semaphore arrivals = new Semaphore(0);
    private final transient CountDownLatch held;

    Creating(CountDownLatch held) {
      this.held = held;
    }

    @Override
    protected void service(HttpServletRequest request, HttpServletResponse response) {
      arrivals.release();
      try {
        if (!held.await(DEADLINE.toSeconds(), TimeUnit.SECONDS)) {
          throw new AssertionError("held for too long");
        }
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
      }
      response.setStatus(201);
    }
  }

  @Test
  void tellsOfWhatIsUnderWayWhenTheApplicationEnds() throws Exception {
    CountDownLatch held = new CountDownLatch(1);
    Creating servlet = new Creating(held);
    ServletContextHandler application = application("/", configuration("enabled: true"), servlet);
    deploy(application);
    Future<Integer> status = threads.submit(() -> push("/"));
    servlet.arrivals.acquire();

    Future<?> stop =
        threads.submit(
            () -> {
              application.stop();
              return null;
            });
    await().atMost(DEADLINE).until(() -> !application.isRunning());
    held.countDown();

    assertThat(status.get()).isEqualTo(201);
    stop.get();
    awaitBodies(1);
  }

  @Test
  void notifiesOfAllApplicationsFromTheFirstToTheLast() throws Exception {
    Path configuration = configuration("enabled: true");
    ServletContextHandler first = deploy("/", configuration);
    ServletContextHandler second = deploy("/hub", configuration);
    assertThat(beans("Endpoint")).hasSize(1);

    push("/");
    push("/hub/");
    awaitBodies(2);
    first.stop();
    assertThat(beans("Endpoint")).hasSize(1);
    push("/hub/");
    awaitBodies(3);
    second.stop();
    assertThat(beans("*")).isEmpty();

    first.start();
    push("/");
    awaitBodies(4);
    assertThat(webhook.bodies().get(1)).contains("/hub/v2/team/app/blobs/");
  }

  @Test
  void keepsNoThreadThatKnowsAnApplication() throws Exception {
    Set<Thread> before = Thread.getAllStackTraces().keySet();
    ServletContextHandler application = application("/", configuration("enabled: true"));
    application.setClassLoader(
        new URLClassLoader(new URL[0], NotificationsFilterTest.class.getClassLoader()));
    deploy(application);
    push("/");
    awaitBodies(1);

    List<ClassLoader> known =
        Thread.getAllStackTraces().keySet().stream()
            .filter(thread -> !before.contains(thread))
            .filter(thread -> thread.getName().startsWith("notify-"))
            .map(Thread::getContextClassLoader)
            .toList();

    assertThat(known).isNotEmpty().doesNotContain(application.getClassLoader());
  }

  @Test
  void registersNothingWithoutTheFlag() throws Exception {
    ServletContextHandler application = deploy("/", configuration("enabled: false"));

    assertThat(application.getServletContext().getFilterRegistrations()).isEmpty();
    assertThat(beans("*")).isEmpty();
    assertThat(push("/")).isEqualTo(201);
  }

  @Test
  void registersNothingInOtherApplications() throws Exception {
    Path configuration = configuration("enabled: true\n  servletContexts: [/hub]");

    ServletContextHandler root = deploy("/", configuration);
    ServletContextHandler hub = deploy("/hub", configuration);

    assertThat(root.getServletContext().getFilterRegistrations()).isEmpty();
    assertThat(hub.getServletContext().getFilterRegistrations()).hasSize(1);
  }

  @Test
  void letsTheApplicationRunInSpiteOfMistakes() throws Exception {
    deploy("/", configuration("enabled: true\n  endpoint: []"));
    deploy("/absent", directory.resolve("absent.yml"));

    assertThat(push("/")).isEqualTo(201);
    assertThat(push("/absent/")).isEqualTo(201);
    assertThat(beans("*")).isEmpty();
  }

  @Test
  void letsTheApplicationRunIfTheJournalCannotBeUsed() throws Exception {
    Files.writeString(directory.resolve("data"), "in the way");

    deploy("/", configuration("enabled: true"));

    assertThat(push("/")).isEqualTo(201);
    assertThat(beans("*")).isEmpty();
  }

  @Test
  void runsWhereAnApplicationDeclaresTheFilterItself() throws Exception {
    ServletContextHandler application = application("/", configuration("enabled: true"));
    application.addFilter(NotificationsFilter.class, "/v2/*", null).setAsyncSupported(true);

    deploy(application);

    assertThat(push("/")).isEqualTo(201);
    push("/");
    awaitBodies(2);
  }

  private Path configuration(String flag) throws IOException {
    return Files.writeString(
        directory.resolve("registry-notifications.yml"),
        """
        notifications:
          %s
          shutdownTimeout: 60s
          endpoints: [{name: filter-test, url: "%s", timeout: 60s}]
        """
            .formatted(flag, webhook.url()));
  }

  private ServletContextHandler deploy(String path, Path configuration) throws Exception {
    return deploy(application(path, configuration));
  }

  private ServletContextHandler deploy(ServletContextHandler application) throws Exception {
    applications.addHandler(application);
    application.start();
    return application;
  }

  private static ServletContextHandler application(String path, Path configuration) {
    return application(path, configuration, new Creating(new CountDownLatch(0)));
  }

  private static ServletContextHandler application(
      String path, Path configuration, HttpServlet creating) {
    ServletContextHandler application = new ServletContextHandler(path);
    application.setInitParameter(ConfigurationFile.PROPERTY, configuration.toString());
    application.addServletContainerInitializer(new NotificationsInitializer());
    ServletHolder servlet = new ServletHolder(creating);
    servlet.setAsyncSupported(true);
    application.addServlet(servlet, "/*");
    return application;
  }

  private int push(String root) throws IOException, InterruptedException {
    String path = root + "v2/team/app/blobs/uploads/1?digest=" + DIGEST;
    URI uri = URI.create("http://127.0.0.1:" + connector.getLocalPort() + path);
    HttpRequest put = HttpRequest.newBuilder(uri).PUT(BodyPublishers.ofString("12345")).build();
    return HttpClient.newHttpClient().send(put, BodyHandlers.discarding()).statusCode();
  }

  private void awaitBodies(int count) {
    await().atMost(DEADLINE).untilAsserted(() -> assertThat(webhook.bodies()).hasSize(count));
  }

  /** Ours alone: other tests of this JVM may leave theirs for the collector. */
  private static Set<ObjectName> beans(String type) throws Exception {
    ObjectName pattern = new ObjectName("dev.registrynotifications:type=" + type + ",*");
    return ManagementFactory.getPlatformMBeanServer().queryNames(pattern, null).stream()
        .collect(Collectors.toSet());
  }
}
