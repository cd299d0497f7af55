package dev.registrynotifications.cli.connect;

import java.io.IOException;
import java.util.List;
import javax.management.remote.JMXServiceURL;

/**
 * The JVMs of this user on this machine, other than this one, if this Java can look at them. A
 * runtime that was made for one application may not: {@link Attachment}, which needs a module of
 * the JDK, isn't even loaded then.
 */
final class LocalJvms {

  private static final String MODULE = "jdk.attach";

  /** Those that show themselves. */
  List<Candidate> list() {
    checkModule();
    return Attachment.list();
  }

  /**
   * Where a JVM's agent is, which is begun if need be.
   *
   * @throws IOException if it can't be attached, with the reason
   */
  JMXServiceURL address(long pid) throws IOException {
    checkModule();
    return Attachment.address(pid);
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
}
