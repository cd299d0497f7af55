package dev.registrynotifications.cli;

import java.time.InstantSource;
import java.util.List;
import java.util.Map;

/** What somebody has typed, and what became of it. Nothing here connects to a process. */
final class Typed {

  private final Printed printed = new Printed();
  private final int code;

  private Typed(Map<String, String> environment, String... arguments) {
    this.code =
        new Console(printed.terminal(), environment, InstantSource.system(), time -> {}, "1.2.3")
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
    return printed.out();
  }

  List<String> err() {
    return printed.err();
  }
}
