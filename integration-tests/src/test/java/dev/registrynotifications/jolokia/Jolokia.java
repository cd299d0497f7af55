package dev.registrynotifications.jolokia;

import static dev.registrynotifications.Patience.DEADLINE;
import static java.util.Objects.requireNonNull;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.registrynotifications.Ports;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;

/**
 * Speaks with the agent of Jolokia in another JVM, which gives out its MBeans as JSON over HTTP.
 *
 * @see <a href="https://jolokia.org/reference/html/manual/jolokia_protocol.html">Its protocol</a>
 */
final class Jolokia {

  private static final JsonMapper JSON = new JsonMapper();

  private final HttpClient client = HttpClient.newHttpClient();
  private final int port;

  private Jolokia(int port) {
    this.port = port;
  }

  /** A client for an agent that is still to be started, on a port that nobody has. */
  static Jolokia onFreePort() {
    return new Jolokia(Ports.free());
  }

  /** The JVM's option that starts the agent. */
  String option() {
    String agent = requireNonNull(System.getProperty("jolokiaJar"), "system property jolokiaJar");
    return "-javaagent:" + agent + "=port=" + port + ",host=127.0.0.1,discoveryEnabled=false";
  }

  /** All attributes of a bean. */
  JsonNode read(String bean) {
    return value(request("read", bean));
  }

  /** One attribute of a bean. */
  JsonNode read(String bean, String attribute) {
    return value(request("read", bean).put("attribute", attribute));
  }

  /** Runs an operation, and returns what it does. */
  JsonNode run(String bean, String operation, Object... arguments) {
    return value(execution(bean, operation, arguments));
  }

  /** Runs an operation that fails, and returns why. */
  String failure(String bean, String operation, Object... arguments) {
    return post(execution(bean, operation, arguments)).path("error").asText();
  }

  /** What the beans of a domain have: by their keys, attributes and operations. */
  JsonNode list(String domain) {
    return value(JSON.createObjectNode().put("type", "list").put("path", domain));
  }

  private static ObjectNode request(String type, String bean) {
    return JSON.createObjectNode().put("type", type).put("mbean", bean);
  }

  private static ObjectNode execution(String bean, String operation, Object... arguments) {
    ObjectNode request = request("exec", bean).put("operation", operation);
    request.set("arguments", JSON.valueToTree(arguments));
    return request;
  }

  private JsonNode value(ObjectNode request) {
    JsonNode answer = post(request);
    if (answer.path("status").asInt() != 200) {
      throw new AssertionError(request + " was answered " + answer);
    }
    return answer.path("value");
  }

  private JsonNode post(ObjectNode request) {
    URI agent = URI.create("http://127.0.0.1:" + port + "/jolokia/");
    HttpRequest post =
        HttpRequest.newBuilder(agent)
            .timeout(DEADLINE)
            .POST(BodyPublishers.ofString(request.toString()))
            .build();
    try {
      return JSON.readTree(client.send(post, BodyHandlers.ofString()).body());
    } catch (IOException e) {
      throw new UncheckedIOException("Could not ask " + agent + ": " + e, e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted", e);
    }
  }
}
