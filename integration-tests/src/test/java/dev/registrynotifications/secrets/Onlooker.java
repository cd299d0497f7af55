package dev.registrynotifications.secrets;

import static org.assertj.core.api.Assertions.assertThat;

import dev.registrynotifications.cli.Commands;
import dev.registrynotifications.cli.Ended;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** An operator who types every command that shows something. */
final class Onlooker {

  private static final Map<String, String> ENVIRONMENT =
      Map.of("HOOK", MarkedSecrets.HOOK, "SIGNING", MarkedSecrets.SIGNING);

  private static final List<String> IN_TWO_FORMATS =
      List.of(
          "status",
          "endpoints",
          "endpoint ci",
          "attempts ci",
          "ping ci",
          "config",
          "dead-letters list ci",
          "dead-letters show ci 2");

  private final Commands commands;
  private final Path work;
  private final long pid;

  /** Looks at a registry that was installed there and runs. */
  Onlooker(Path work, long pid) {
    this.commands = new Commands(work.resolve("plugins/registry-notifications.jar"), work);
    this.work = work;
    this.pid = pid;
  }

  /** All lines that they print, each behind the command that it is from. */
  List<String> look() throws IOException, InterruptedException {
    List<String> seen = new ArrayList<>();
    for (String command : IN_TWO_FORMATS) {
      seen.addAll(atRegistry(command));
      seen.addAll(atRegistry(command + " --json"));
    }
    seen.addAll(atRegistry("reload"));
    seen.addAll(checkConfiguration());
    String journal = work.resolve("data/notifications").toString();
    seen.addAll(type("journal", "verify", journal));
    seen.addAll(type("journal", "verify", "--json", journal));
    return seen;
  }

  /** The same of those that read the configuration file, which has mistakes now. */
  List<String> lookAtMistakes() throws IOException, InterruptedException {
    List<String> seen = new ArrayList<>();
    seen.addAll(atRegistry("reload"));
    seen.addAll(atRegistry("config"));
    seen.addAll(atRegistry("config --json"));
    seen.addAll(atRegistry("status"));
    seen.addAll(checkConfiguration());
    return seen;
  }

  private List<String> checkConfiguration() throws IOException, InterruptedException {
    String file = work.resolve("config.yml").toString();
    List<String> seen = new ArrayList<>(type("check-config", file));
    seen.addAll(type("check-config", "--json", file));
    return seen;
  }

  private List<String> atRegistry(String command) throws IOException, InterruptedException {
    return type((command + " --pid " + pid).split(" "));
  }

  /** One that is misused, or finds no registry, would show nothing that could be looked at. */
  private List<String> type(String... arguments) throws IOException, InterruptedException {
    Ended ended = commands.run(ENVIRONMENT, arguments);
    String command = String.join(" ", arguments).replaceFirst(" --pid .*", "");
    assertThat(ended.code()).as(command).isBetween(0, 1);
    return Stream.concat(ended.out().stream(), ended.err().stream())
        .map(line -> command + ": " + line)
        .toList();
  }
}
