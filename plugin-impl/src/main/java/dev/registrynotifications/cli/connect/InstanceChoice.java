package dev.registrynotifications.cli.connect;

import dev.registrynotifications.cli.jvms.NoRegistryException;
import dev.registrynotifications.management.NotificationsMXBean;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
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
          "There are several registries; say which one with --instance: " + ids());
    }
    return plain.orElse(found.iterator().next());
  }

  private String ids() {
    return found.stream().map(this::id).sorted().collect(Collectors.joining(", "));
  }

  private String id(ObjectName name) {
    return JMX.newMXBeanProxy(server, name, NotificationsMXBean.class).getInstanceId();
  }
}
