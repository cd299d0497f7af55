package dev.registrynotifications.cli.connect;

import dev.registrynotifications.cli.jvms.NoRegistryException;
import dev.registrynotifications.management.NotificationsMXBean;
import java.io.IOException;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import javax.management.JMException;
import javax.management.JMX;
import javax.management.MBeanServerConnection;
import javax.management.ObjectName;

/** Which of a JVM's registries is meant: the one whose names are plain, if nobody said so. */
record InstanceChoice(MBeanServerConnection server, Set<ObjectName> found) {

  /**
   * Chooses.
   *
   * @param instance the id of the one that is meant
   * @throws NoRegistryException if there is no such one, or none is plain
   */
  ObjectName of(Optional<String> instance) {
    return instance.map(this::named).orElseGet(this::only);
  }

  private ObjectName named(String instance) {
    return found.stream()
        .filter(name -> id(name).equals(instance))
        .findFirst()
        .orElseThrow(
            () ->
                new NoRegistryException(
                    "There is no instance " + instance + "; there are " + ids()));
  }

  private ObjectName only() {
    Optional<ObjectName> plain = found.stream().filter(BeanNames::isPlain).findFirst();
    if (plain.isEmpty() && found.size() > 1) {
      throw new NoRegistryException(
          "There are several registries; say which one with --instance:" + listed());
    }
    return plain.orElse(found.iterator().next());
  }

  /** The configuration files of all of them, as far as they are known; empty if none is. */
  String configurations() {
    return found.stream()
        .map(this::configuration)
        .filter(file -> !file.isEmpty())
        .distinct()
        .sorted()
        .collect(Collectors.joining(", "));
  }

  private String listed() {
    return found.stream()
        .map(name -> "  " + id(name) + "  " + configuration(name))
        .sorted()
        .map(line -> System.lineSeparator() + line.stripTrailing())
        .collect(Collectors.joining());
  }

  /** Empty if there is none, or it can't be said. */
  private String configuration(ObjectName name) {
    try {
      return String.valueOf(server.getAttribute(name, "ConfigurationFile"));
    } catch (JMException | IOException | RuntimeException e) {
      // It is a registry all the same.
      return "";
    }
  }

  private String ids() {
    return found.stream().map(this::id).sorted().collect(Collectors.joining(", "));
  }

  private String id(ObjectName name) {
    return JMX.newMXBeanProxy(server, name, NotificationsMXBean.class).getInstanceId();
  }
}
