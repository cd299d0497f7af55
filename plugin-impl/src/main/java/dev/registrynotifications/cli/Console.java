package dev.registrynotifications.cli;

import com.google.common.primitives.Ints;
import dev.registrynotifications.cli.act.ActCommands;
import dev.registrynotifications.cli.connect.RegistryConnector;
import dev.registrynotifications.cli.letters.DeadLettersCommand;
import dev.registrynotifications.cli.look.LookCommands;
import dev.registrynotifications.cli.offline.OfflineCommands;
import dev.registrynotifications.cli.text.Terminal;
import dev.registrynotifications.cli.text.TimeArgument;
import dev.registrynotifications.cli.text.WholeNumber;
import dev.registrynotifications.cli.waiting.Delay;
import dev.registrynotifications.cli.waiting.Waiting;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import picocli.CommandLine;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;

/** All commands, put together. */
final class Console {

  /** Done. */
  static final int DONE = 0;

  /** It failed, or something was found that isn't as it should be. */
  static final int FAILED = 1;

  /** That is no command, or not how it is used. */
  static final int MISUSED = 2;

  /** There is no registry to talk to. */
  static final int NO_REGISTRY = 3;

  private static final String[] CODES = {
    "",
    "Ends with " + DONE + " if it is done, " + FAILED + " if it failed or found a problem,",
    MISUSED + " if it was used wrongly, " + NO_REGISTRY + " if there is no registry to talk to."
  };

  private static final WholeNumber NUMBER = new WholeNumber();

  private final CommandLine commandLine;
  private final Terminal terminal;

  /**
   * Puts them together.
   *
   * @param environment the process's environment variables
   * @param clock what durations back are told by
   * @param delay how it waits
   */
  Console(
      Terminal terminal,
      Map<String, String> environment,
      InstantSource clock,
      Delay delay,
      String version) {
    ConsoleCommand command = new ConsoleCommand();
    RegistryConnector connector = new RegistryConnector(command.connection(), environment);
    Waiting waiting = new Waiting(terminal, delay);
    this.commandLine = new CommandLine(command);
    this.terminal = terminal;
    LookCommands.of(connector, terminal).forEach(commandLine::addSubcommand);
    ActCommands.of(connector, terminal, waiting).forEach(commandLine::addSubcommand);
    commandLine.addSubcommand(DeadLettersCommand.of(connector, terminal, waiting));
    OfflineCommands.of(terminal, environment).forEach(this::addOffline);
    dress(commandLine, version);
    commandLine
        .registerConverter(Instant.class, new TimeArgument(clock))
        .registerConverter(Long.class, NUMBER)
        .registerConverter(Long.TYPE, NUMBER)
        .registerConverter(Integer.TYPE, text -> Ints.saturatedCast(NUMBER.convert(text)))
        .setOut(terminal.out())
        .setErr(terminal.err())
        .setParameterExceptionHandler((e, arguments) -> Complaints.of(e, terminal))
        .setExecutionExceptionHandler((e, line, result) -> Complaints.of(e, terminal));
  }

  private void addOffline(CommandLine line) {
    commandLine.addSubcommand(line);
    disconnect(line);
  }

  /** Takes from it, and from those within it, what it has inherited for finding a registry. */
  private static void disconnect(CommandLine line) {
    CommandSpec spec = line.getCommandSpec();
    List.copyOf(spec.options()).stream().filter(OptionSpec::inherited).forEach(spec::remove);
    line.getSubcommands().values().forEach(Console::disconnect);
  }

  /** What is the same for all commands, and for those within them. */
  private static void dress(CommandLine line, String version) {
    CommandSpec spec = line.getCommandSpec();
    spec.mixinStandardHelpOptions(true);
    spec.version(ConsoleCommand.NAME + " " + version);
    spec.usageMessage().footer(CODES);
    line.getSubcommands().values().forEach(within -> dress(within, version));
  }

  /** Runs one; returns its code. */
  int run(String... arguments) {
    try {
      return commandLine.execute(arguments);
    } catch (NoClassDefFoundError e) {
      return Complaints.of(e, terminal);
    }
  }
}
