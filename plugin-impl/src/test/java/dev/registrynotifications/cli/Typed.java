package dev.registrynotifications.cli;

import dev.registrynotifications.cli.text.Page;
import dev.registrynotifications.cli.text.Terminal;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;

/** What somebody has typed, and what became of it. Nothing here connects to a process. */
final class Typed {

  private final StringWriter out = new StringWriter();
  private final StringWriter err = new StringWriter();
  private final Terminal terminal =
      new Terminal(new PrintWriter(out, true), new PrintWriter(err, true), Page.UNBOUNDED);
  private final int code;

  private Typed(Map<String, String> environment, String... arguments) {
    this.code =
        new Console(terminal, environment, InstantSource.system(), time -> {}, "1.2.3")
            .run(arguments);
  }

  static Typed of(String... arguments) {
    return new Typed(Map.of(), arguments);
  }

  static Typed with(Map<String, String> environment, String... arguments) {
    return new Typed(environment, arguments);
  }

  int code() {
    return code;
  }

  List<String> out() {
    return out.toString().lines().toList();
  }

  List<String> err() {
    return err.toString().lines().toList();
  }
}
