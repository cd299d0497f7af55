package dev.registrynotifications.cli.jvms;

import java.io.IOException;
import java.time.Duration;
import java.util.Optional;
import javax.management.remote.JMXServiceURL;

/**
 * The JVMs of this user on this machine, other than this one, if this Java can look at them. A
 * runtime that was made for one application may not: {@link Attachment}, which needs a module of
 * the JDK, isn't even loaded then.
 */
public final class LocalJvms {

  private static final String MODULE = "jdk.attach";

  private final Patience patience = new Patience(Duration.ofSeconds(20));

  /**
   * The only one in which a registry runs.
   *
   * @param question asks the agent of a JVM
   * @throws NoRegistryException if there isn't exactly one, or nobody knows, with what to do
   */
  public long only(Question question) {
    checkModule();
    JvmSearch.Look look =
        pid -> patience.call(() -> question.configuration(Attachment.address(pid)));
    return new JvmSearch(look).among(Attachment.list()).pid();
  }

  /**
   * Where a JVM's agent is, which is begun if need be.
   *
   * @throws IOException if it can't be attached, with the reason
   */
  public JMXServiceURL address(long pid) throws IOException {
    checkModule();
    return patience.call(() -> Attachment.address(pid));
  }

  private static void checkModule() {
    if (ModuleLayer.boot().findModule(MODULE).isEmpty()) {
      throw new NoRegistryException(
          "This Java has no module "
              + MODULE
              + " to get at processes with; use another one, or open a JMX port in the registry and"
              + " give it as --url");
    }
  }

  /** What is asked of a JVM. */
  @FunctionalInterface
  public interface Question {

    /**
     * What the registry that runs there was configured by; empty if none runs. Fails if it can't be
     * asked.
     */
    Optional<String> configuration(JMXServiceURL agent) throws IOException;
  }
}
