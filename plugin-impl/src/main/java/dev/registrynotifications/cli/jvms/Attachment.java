package dev.registrynotifications.cli.jvms;

import com.sun.tools.attach.AttachNotSupportedException;
import com.sun.tools.attach.VirtualMachine;
import com.sun.tools.attach.VirtualMachineDescriptor;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import javax.management.remote.JMXServiceURL;

/**
 * Gets into JVMs without a port of theirs: one is asked to begin its JMX agent, which only this
 * machine and this user get at.
 */
final class Attachment {

  private Attachment() {}

  /** The JVMs of this user that show themselves. */
  static List<Candidate> list() {
    Optional<String> me = ProcessHandle.current().info().user();
    return VirtualMachine.list().stream()
        .filter(Attachment::isNumbered)
        .map(jvm -> Candidate.unknown(Long.parseLong(jvm.id()), jvm.displayName()))
        .filter(jvm -> jvm.pid() != ProcessHandle.current().pid() && isOf(me, jvm.pid()))
        .toList();
  }

  private static boolean isNumbered(VirtualMachineDescriptor jvm) {
    return jvm.id().matches("\\d{1,18}");
  }

  private static boolean isOf(Optional<String> user, long pid) {
    return ProcessHandle.of(pid).flatMap(process -> process.info().user()).equals(user);
  }

  static JMXServiceURL address(long pid) throws IOException {
    checkProcess(pid);
    try {
      VirtualMachine jvm = VirtualMachine.attach(Long.toString(pid));
      try {
        return new JMXServiceURL(jvm.startLocalManagementAgent());
      } finally {
        jvm.detach();
      }
    } catch (AttachNotSupportedException e) {
      // So ends the first contact with one that hangs, and each with one that lets nobody in.
      String why = "it can't be attached: " + e.getMessage();
      throw ProcessHandle.of(pid).isPresent()
          ? new SilentJvmException(why, e)
          : new IOException(why, e);
    }
  }

  /** A JVM is knocked up by a signal that ends other processes. */
  private static void checkProcess(long pid) throws IOException {
    Optional<ProcessHandle> process = ProcessHandle.of(pid);
    if (process.isEmpty()) {
      throw new IOException("there is no such process");
    }
    boolean listed = VirtualMachine.list().stream().anyMatch(jvm -> jvm.id().equals("" + pid));
    if (!listed
        && process.flatMap(each -> each.info().command()).filter(Attachment::isJava).isEmpty()) {
      throw new IOException("it doesn't look like a JVM");
    }
  }

  private static boolean isJava(String command) {
    return String.valueOf(Path.of(command).getFileName()).startsWith("java");
  }
}
