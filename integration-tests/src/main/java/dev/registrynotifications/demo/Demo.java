package dev.registrynotifications.demo;

import java.util.concurrent.Callable;
import java.util.logging.LogManager;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParseResult;

/** The command line of the demonstration. */
@Command(
    name = "java -jar registry-demo.jar",
    description = "Shows a registry with the plugin: a push, a pull, and the webhooks they cause.",
    sortOptions = false)
public final class Demo implements Callable<Integer> {

  @Option(names = "--once", description = "End after the demonstration.")
  private boolean once;

  @Option(
      names = "--port",
      paramLabel = "PORT",
      defaultValue = "5000",
      description = "Where the registry listens, 0 for any free port. Default: ${DEFAULT-VALUE}.")
  private int port;

  @Option(names = "--verbose", description = "Print what the libraries log, and stack traces.")
  private boolean verbose;

  @Option(
      names = {"-h", "--help"},
      usageHelp = true,
      description = "Print this and end.")
  @SuppressWarnings("UnusedVariable") // read by picocli
  private boolean help;

  private Demo() {}

  /** Runs the demonstration; the exit code is 1 if it couldn't show all it should. */
  public static void main(String[] args) {
    Demo demo = new Demo();
    System.exit(new CommandLine(demo).setExecutionExceptionHandler(demo::tell).execute(args));
  }

  @Override
  public Integer call() throws InterruptedException {
    if (!verbose) {
      LogManager.getLogManager().reset();
    }
    Cleanup cleanup = new Cleanup();
    Runtime.getRuntime().addShutdownHook(new Thread(cleanup, "cleanup"));
    Console console = new Console(System.out);
    Demonstration demonstration =
        Demonstration.start(console, BuiltJars.besideThis(), port, cleanup);
    try {
      demonstration.pushAndPull();
      demonstration.showBeans();
    } finally {
      if (verbose) {
        demonstration.showOutputOfHost();
      }
    }
    if (!once) {
      demonstration.stayUp(cleanup);
    }
    return CommandLine.ExitCode.OK;
  }

  private int tell(Exception failure, CommandLine commandLine, ParseResult arguments) {
    if (verbose) {
      failure.printStackTrace(commandLine.getErr());
    } else {
      commandLine.getErr().println(failure.getMessage());
    }
    return CommandLine.ExitCode.SOFTWARE;
  }
}
