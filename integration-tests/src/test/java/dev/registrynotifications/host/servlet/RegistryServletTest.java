package dev.registrynotifications.host.servlet;

import static org.assertj.core.api.Assertions.assertThat;

import dev.registrynotifications.host.server.HttpPort;
import dev.registrynotifications.host.server.ServletContexts;
import dev.registrynotifications.host.storage.Registry;
import dev.registrynotifications.host.storage.memory.MemoryRegistry;
import dev.registrynotifications.plugin.RepositoryDecorator;
import dev.registrynotifications.registry.Digest;
import dev.registrynotifications.registry.Repository;
import dev.registrynotifications.registry.RepositoryName;
import dev.registrynotifications.registry.RepositoryRemover;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import org.eclipse.jetty.ee10.servlet.ServletContextHandler;
import org.eclipse.jetty.ee10.servlet.ServletHolder;
import org.eclipse.jetty.server.HttpConfiguration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RegistryServletTest {

  private static final String BLOB =
      Digest.sha256(ByteBuffer.wrap("hi".getBytes(StandardCharsets.UTF_8))).toString();

  private final HttpClient http = HttpClient.newHttpClient();
  private HttpPort port;

  @TempDir private Path storage;

  @BeforeEach
  void bind() throws IOException {
    port = HttpPort.bind("127.0.0.1", 0, new HttpConfiguration());
  }

  @AfterEach
  void close() {
    port.close();
  }

  @ParameterizedTest
  @ValueSource(strings = {"/", "/hub", "/web/hub"})
  void linksBelowThePathOfItsContext(String contextPath) throws Exception {
    start(context(new RegistryServlet(), contextPath));
    String root = contextPath.equals("/") ? "" : contextPath;

    String upload = location(send("POST", root + "/v2/a/blobs/uploads/", ""));
    HttpResponse<String> pushed = send("PUT", upload + "?digest=" + BLOB, "hi");

    assertThat(upload).startsWith(root + "/v2/a/blobs/uploads/");
    assertThat(location(pushed)).isEqualTo(root + "/v2/a/blobs/" + BLOB);
    assertThat(send("GET", location(pushed), "").body()).isEqualTo("hi");
  }

  @Test
  void linksToTheNextPageBelowThePathOfItsContext() throws Exception {
    start(context(new RegistryServlet(), "/hub"));
    push("/hub", "a");
    push("/hub", "b");

    HttpResponse<String> page = send("GET", "/hub/v2/_catalog?n=1", "");

    assertThat(page.headers().firstValue("Link"))
        .contains("</hub/v2/_catalog?n=1&last=a>; rel=\"next\"");
  }

  @Test
  void servesWhereItIsMappedBelowTheRootOnly() throws Exception {
    ServletContextHandler context = new ServletContextHandler("/hub");
    context.addServlet(new ServletHolder(new RegistryServlet()), "/v2/*");
    start(context);

    assertThat(push("/hub", "a")).isEqualTo(201);
    assertThat(send("GET", "/hub/v2/", "").statusCode()).isEqualTo(200);
  }

  @Test
  void keepsImagesInTheDirectoryThatItsContextNames() throws Exception {
    start(inDirectory());
    push("", "a");
    port.close();
    bind();

    start(inDirectory());

    assertThat(send("GET", "/v2/a/blobs/" + BLOB, "").body()).isEqualTo("hi");
  }

  @Test
  void answersFailuresOfTheStorageAsRegistriesDo() throws Exception {
    Registry broken = new BrokenRegistry();
    start(context(new RegistryServlet(broken, RepositoryDecorator.NONE, Credentials.NONE), "/"));

    HttpResponse<String> response = send("GET", "/v2/_catalog", "");

    assertThat(response.statusCode()).isEqualTo(500);
    assertThat(response.body()).startsWith("{\"errors\":[{\"code\":\"UNKNOWN\"");
    assertThat(response.headers().firstValue("Docker-Distribution-Api-Version"))
        .contains("registry/2.0");
  }

  private static ServletContextHandler context(RegistryServlet servlet, String path) {
    ServletContextHandler context = ServletContexts.of(new ServletHolder(servlet));
    context.setContextPath(path);
    return context;
  }

  private ServletContextHandler inDirectory() {
    ServletContextHandler context = context(new RegistryServlet(), "/");
    context.setInitParameter("registry.storage", storage.toString());
    return context;
  }

  private void start(ServletContextHandler context) {
    port.start(context);
  }

  private int push(String root, String repository) throws IOException, InterruptedException {
    String path = root + "/v2/" + repository + "/blobs/uploads/?digest=" + BLOB;
    return send("POST", path, "hi").statusCode();
  }

  private HttpResponse<String> send(String method, String path, String body)
      throws IOException, InterruptedException {
    URI uri = port.uri().resolve(path);
    HttpRequest request =
        HttpRequest.newBuilder(uri).method(method, BodyPublishers.ofString(body)).build();
    return http.send(request, BodyHandlers.ofString());
  }

  private static String location(HttpResponse<String> response) {
    return response.headers().firstValue("Location").orElseThrow();
  }

  /** A storage whose disk fails. */
  private static final class BrokenRegistry implements Registry {

    private final Registry empty = new MemoryRegistry();

    @Override
    public Repository repository(RepositoryName name) {
      return empty.repository(name);
    }

    @Override
    public boolean contains(RepositoryName name) throws IOException {
      throw new IOException("Could not read the directory: it is broken");
    }

    @Override
    public List<RepositoryName> names() throws IOException {
      throw new IOException("Could not read the directory: it is broken");
    }

    @Override
    public RepositoryRemover remover() {
      return empty.remover();
    }

    @Override
    public void close() {}
  }
}
