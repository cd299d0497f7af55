package dev.registrynotifications.cli.connect;

import dev.registrynotifications.cli.jvms.LocalJvms;
import dev.registrynotifications.cli.jvms.NoRegistryException;
import java.io.IOException;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import javax.management.MBeanServerConnection;
import javax.management.ObjectName;
import javax.management.remote.JMXConnector;
import javax.management.remote.JMXConnectorFactory;
import javax.management.remote.JMXServiceURL;

/** Connects to the registry that the options name, or to the only one that there is. */
public final class RegistryConnector {

  private final ConnectionOptions options;
  private final Password password;
  private final LocalJvms jvms = new LocalJvms();

  /**
   * Makes a connector.
   *
   * @param environment the process's environment variables
   */
  public RegistryConnector(ConnectionOptions options, Map<String, String> environment) {
    this.options = options;
    this.password = new Password(environment);
  }

  /**
   * Connects.
   *
   * @throws NoRegistryException if there is no registry, with what to do
   */
  public Registry connect() {
    if (options.url().isPresent()) {
      return connect(options.url().get(), "to " + options.url().get());
    }
    return connect(options.pid().orElseGet(() -> jvms.only(RegistryConnector::configuration)));
  }

  private Registry connect(long pid) {
    try {
      return connect(jvms.address(pid), "to process " + pid);
    } catch (IOException e) {
      throw new NoRegistryException(
          "Could not connect to process "
              + pid
              + ": "
              + Objects.requireNonNullElseGet(e.getMessage(), () -> Reason.of(e)),
          e);
    }
  }

  private Registry connect(JMXServiceURL address, String where) {
    JMXConnector connector = open(address, where);
    try {
      MBeanServerConnection server = connector.getMBeanServerConnection();
      return new Registry(connector, server, names(server, where));
    } catch (IOException e) {
      close(connector);
      throw failure(where, e);
    } catch (RuntimeException e) {
      close(connector);
      throw e;
    }
  }

  private BeanNames names(MBeanServerConnection server, String where) throws IOException {
    Set<ObjectName> found = server.queryNames(BeanNames.pattern(), null);
    if (found.isEmpty()) {
      throw new NoRegistryException(
          "Connected "
              + where
              + ", but the plugin doesn't run there, or notifications are off: its log says why");
    }
    return new BeanNames(new InstanceChoice(server, found).of(options.instance()));
  }

  @SuppressWarnings("BanJNDI") // The operator names the address, or has that process.
  private JMXConnector open(JMXServiceURL address, String where) {
    Map<String, Object> environment =
        options.user().isEmpty()
            ? Map.of()
            : Map.of(JMXConnector.CREDENTIALS, credentials(options.user().get()));
    try {
      return JMXConnectorFactory.connect(address, environment);
    } catch (IOException | SecurityException e) {
      throw failure(where, e);
    }
  }

  private String[] credentials(String user) {
    return new String[] {user, password.of(user)};
  }

  private static NoRegistryException failure(String where, Exception e) {
    return new NoRegistryException("Could not connect " + where + ": " + Reason.of(e), e);
  }

  private static void close(JMXConnector connector) {
    try {
      connector.close();
    } catch (IOException e) {
      // It wasn't used.
    }
  }

  @SuppressWarnings("BanJNDI") // The address comes from a process of this user's.
  private static Optional<String> configuration(JMXServiceURL agent) throws IOException {
    try (JMXConnector connector = JMXConnectorFactory.connect(agent)) {
      MBeanServerConnection server = connector.getMBeanServerConnection();
      Set<ObjectName> found = server.queryNames(BeanNames.pattern(), null);
      return found.isEmpty()
          ? Optional.empty()
          : Optional.of(new InstanceChoice(server, found).configurations());
    }
  }
}
