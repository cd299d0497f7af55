package dev.registrynotifications.cli.text;

import java.io.Console;
import java.io.PrintWriter;
import java.lang.reflect.Method;
import java.nio.charset.Charset;
import java.util.Collection;

/**
 * Where results and complaints are written. Its writers keep quiet about a pipe that is broken: who
 * reads the first lines only has what was wanted.
 */
public final class Terminal {

  private final PrintWriter out;
  private final PrintWriter err;
  private final Page page;

  /** Makes one of two writers. */
  public Terminal(PrintWriter out, PrintWriter err, Page page) {
    this.out = out;
    this.err = err;
    this.page = page;
  }

  /** This process's; nothing is cut where it isn't people who read. */
  public static Terminal ofProcess() {
    Charset charset =
        Charset.forName(System.getProperty("native.encoding", Charset.defaultCharset().name()));
    Page page = isInteractive() ? Page.ofTerminal(System.getenv(), charset) : Page.UNBOUNDED;
    return new Terminal(
        new PrintWriter(System.out, true, charset),
        new PrintWriter(System.err, true, charset),
        page);
  }

  /** From Java 22 on there is a console also where there is no terminal; it tells when asked. */
  @SuppressWarnings("SystemConsoleNull") // Both ways of telling are tried.
  private static boolean isInteractive() {
    Console console = System.console();
    if (console == null) {
      return false;
    }
    try {
      Method isTerminal = Console.class.getMethod("isTerminal");
      return Boolean.TRUE.equals(isTerminal.invoke(console));
    } catch (ReflectiveOperationException e) {
      return true;
    }
  }

  /** Prints a line. */
  public void print(String line) {
    out.println(line);
  }

  /** Prints a table. */
  public void print(Table table) {
    print(table.lines(page));
  }

  /** Prints what is to be said of a thing. */
  public void print(Facts facts) {
    print(facts.lines());
  }

  /** Prints JSON. */
  public void print(Json json) {
    print(json.lines());
  }

  private void print(Collection<String> lines) {
    lines.forEach(this::print);
  }

  /** Prints what is no result: a mistake, or how far something is. */
  public void tell(String line) {
    err.println(line);
  }

  /** For what prints its own, as help does. */
  public PrintWriter out() {
    return out;
  }

  /** The same for mistakes. */
  public PrintWriter err() {
    return err;
  }
}
