package dev.registrynotifications.cli;

import com.google.common.base.Throwables;
import dev.registrynotifications.cli.connect.Reason;
import dev.registrynotifications.cli.jvms.NoRegistryException;
import dev.registrynotifications.cli.text.Terminal;
import java.io.IOException;
import java.lang.reflect.UndeclaredThrowableException;
import java.net.SocketTimeoutException;
import java.util.List;
import javax.management.InstanceNotFoundException;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.UnmatchedArgumentException;

/** What went wrong, in a line for people, and as the code that a script goes by. */
final class Complaints {

  private Complaints() {}

  /** Of what was typed. */
  static int of(ParameterException e, Terminal terminal) {
    terminal.tell(text(e).replaceFirst("^Error: ", ""));
    suggestions(e).forEach(terminal::tell);
    terminal.tell("Try: " + e.getCommandLine().getCommandSpec().qualifiedName() + " --help");
    return Console.MISUSED;
  }

  private static List<String> suggestions(ParameterException e) {
    List<String> likely =
        e instanceof UnmatchedArgumentException unmatched ? unmatched.getSuggestions() : List.of();
    return likely.isEmpty() ? List.of() : List.of("Did you mean: " + String.join(", ", likely));
  }

  /** Of what became of it: what a registry's operation throws arrives as it was thrown. */
  static int of(Exception e, Terminal terminal) {
    if (e instanceof NoRegistryException) {
      terminal.tell(text(e));
      return Console.NO_REGISTRY;
    }
    if (e instanceof UndeclaredThrowableException && e.getCause() != null) {
      return ofConnection(e.getCause(), terminal);
    }
    terminal.tell(text(e));
    return Console.FAILED;
  }

  /** Of a runtime that was made for one application, without something that is needed here. */
  static int of(NoClassDefFoundError e, Terminal terminal) {
    terminal.tell("This Java lacks " + text(e).replace('/', '.') + "; use a whole one");
    return Console.FAILED;
  }

  /** Proxies of MBeans declare nothing of what can happen on the way. */
  private static int ofConnection(Throwable cause, Terminal terminal) {
    if (cause instanceof InstanceNotFoundException) {
      terminal.tell("The plugin isn't there any more");
      return Console.NO_REGISTRY;
    }
    if (Throwables.getRootCause(cause) instanceof SocketTimeoutException) {
      terminal.tell(
          "The registry didn't answer in time; what it was asked to do may still be done");
      return Console.NO_REGISTRY;
    }
    if (cause instanceof IOException) {
      terminal.tell("The connection was lost: " + Reason.of(cause));
      return Console.NO_REGISTRY;
    }
    terminal.tell(text(cause));
    return Console.FAILED;
  }

  private static String text(Throwable e) {
    return e.getMessage() == null ? e.toString() : e.getMessage();
  }
}
