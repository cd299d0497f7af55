package dev.registrynotifications.host;

import dev.registrynotifications.host.gateway.Upstream;
import dev.registrynotifications.host.server.RegistryServer;
import dev.registrynotifications.host.servlet.Credentials;
import dev.registrynotifications.host.storage.Registry;
import java.io.IOException;
import java.io.PrintWriter;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.IVersionProvider;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** Runs a registry server until the process is told to end. */
@Command(
    name = "registry-host",
    description = "A small container registry to run plugins in.",
    mixinStandardHelpOptions = true,
    versionProvider = RegistryHost.Version.class)
public final class RegistryHost implements Callable<Integer> {

  private static final int WRONG_ARGUMENTS = 2;
  private static final int FAILED = 1;
  private static final int MAX_PORT = 65_535;

  @Mixin private HostOptions options = new HostOptions();
  @Spec private CommandSpec spec = CommandSpec.create();
  private final StopSignal stop;

  private RegistryHost(StopSignal stop) {
    this.stop = stop;
  }

  /** The program. Ends with 0, with 1 if the host couldn't start, with 2 for wrong arguments. */
  public static void main(String[] arguments) {
    HostLogging.configure();
    StopSignal stop = StopSignal.ofProcess();
    int status = commandLine(stop).execute(arguments);
    stop.finish();
    System.exit(status);
  }

  /** The program without its process: it runs until the signal is given. */
  static CommandLine commandLine(StopSignal stop) {
    return new CommandLine(new RegistryHost(stop))
        .setParameterExceptionHandler((e, arguments) -> refuse(e))
        .setExecutionExceptionHandler((e, commandLine, result) -> tell(e, commandLine));
  }

  @Override
  public Integer call() throws IOException {
    if (options.port < 0 || options.port > MAX_PORT) {
      throw new ParameterException(
          spec.commandLine(), "Invalid value for option '--port': not from 0 to " + MAX_PORT);
    }
    PluginProblems problems = new PluginProblems(spec.commandLine().getErr());
    if (options.upstream == null) {
      serve(problems);
    } else {
      passOn(upstream(options.upstream), problems);
    }
    return 0;
  }

  private void serve(PluginProblems problems) throws IOException {
    Credentials credentials = options.credentials();
    try (Registry registry = options.openStorage();
        HostPlugins plugins = HostPlugins.open(options, problems);
        RegistryServer server = options.bind(RegistryServer::bind)) {
      server.start(registry, plugins.start(server.port()), credentials);
      listen(server.port());
    }
  }

  private void passOn(Upstream upstream, PluginProblems problems) {
    try (HostGateway gateway = HostGateway.open(options, problems)) {
      listen(gateway.start(upstream));
    }
  }

  private Upstream upstream(String url) {
    if (options.storage != null || options.users != null) {
      String other = options.storage != null ? "--storage" : "--users";
      throw new ParameterException(
          spec.commandLine(),
          "--upstream and "
              + other
              + " exclude each other: the upstream registry has storage and users of its own");
    }
    try {
      return Upstream.parse(url);
    } catch (IllegalArgumentException e) {
      throw new ParameterException(
          spec.commandLine(), "Invalid value for option '--upstream': " + e.getMessage(), e);
    }
  }

  private void listen(int port) {
    PrintWriter out = spec.commandLine().getOut();
    out.println("listening on http://" + options.host + ":" + port);
    out.flush();
    stop.await();
  }

  private static int refuse(ParameterException refused) {
    return complain(
        refused.getCommandLine(), refused.getMessage() + " (see --help)", WRONG_ARGUMENTS);
  }

  /** Without a stack trace where we know what is wrong. */
  private static int tell(Exception failure, CommandLine commandLine) throws Exception {
    if (failure instanceof HostFailure || failure instanceof IOException) {
      return complain(commandLine, String.valueOf(failure.getMessage()), FAILED);
    }
    throw failure;
  }

  private static int complain(CommandLine commandLine, String message, int status) {
    commandLine.getErr().println("registry-host: " + message);
    commandLine.getErr().flush();
    return status;
  }

  /** The version is the jar's. */
  static final class Version implements IVersionProvider {

    @Override
    public String[] getVersion() {
      String version = RegistryHost.class.getPackage().getImplementationVersion();
      return new String[] {
        "registry-host " + Optional.ofNullable(version).orElse("(not from a jar)")
      };
    }
  }
}
