package dev.registrynotifications.cli;

import dev.registrynotifications.cli.text.Page;
import dev.registrynotifications.cli.text.Terminal;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.List;

/** What is printed on a terminal that nobody looks at. */
public final class Printed {

  private final StringWriter out = new StringWriter();
  private final StringWriter err = new StringWriter();
  private final Terminal terminal =
      new Terminal(new PrintWriter(out, true), new PrintWriter(err, true), Page.UNBOUNDED);

  /** Where to print. */
  public Terminal terminal() {
    return terminal;
  }

  /** The results, line by line. */
  public List<String> out() {
    return out.toString().lines().toList();
  }

  /** The complaints. */
  public List<String> err() {
    return err.toString().lines().toList();
  }
}
