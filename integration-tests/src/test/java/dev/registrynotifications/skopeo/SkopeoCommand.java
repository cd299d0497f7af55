package dev.registrynotifications.skopeo;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * A command line.
 *
 * @param name what it does
 * @param events how many events the original posts because of it
 * @param arguments its arguments; {@code docker:…} stands for a reference at the registry
 */
public record SkopeoCommand(String name, int events, List<String> arguments) {

  /** The repositories of all commands. */
  public static final List<String> REPOSITORIES = List.of("sk/img", "sk/img2", "sk/img3");

  private static final String REGISTRY = "docker:";

  /** All commands, in an order in which they work: each needs what those before it copied. */
  public static List<SkopeoCommand> all(Path image, Path target) {
    String source = "oci:" + image + ":1";
    return List.of(
        copy("pushes an OCI image", 4, source, "docker:sk/img:1", "--format=oci"),
        copy("pushes it once more", 4, source, "docker:sk/img:1", "--format=oci"),
        copy("pushes a Docker image", 4, source, "docker:sk/img:s2", "--format=v2s2"),
        copy("mounts the blobs in another repository", 6, source, "docker:sk/img2:1"),
        copy("copies between repositories", 8, "docker:sk/img:s2", "docker:sk/img3:1"),
        copy("moves a tag", 6, "docker:sk/img:1", "docker:sk/img:s2"),
        copy("pulls", 4, "docker:sk/img:1", "oci:" + target + ":1"),
        command("inspects", 2, "inspect", "docker:sk/img:1"),
        command("inspects the raw manifest", 1, "inspect", "--raw", "docker:sk/img:1"),
        command("lists tags", 0, "list-tags", "docker:sk/img"),
        command("deletes", 3, "delete", "docker:sk/img2:1"),
        command("deletes what has two tags", 4, "delete", "docker:sk/img:1"));
  }

  /** The arguments for the registry at that host and port. */
  public List<String> at(String host) {
    return arguments.stream()
        .map(
            argument ->
                argument.startsWith(REGISTRY)
                    ? "docker://" + host + "/" + argument.substring(REGISTRY.length())
                    : argument)
        .toList();
  }

  private static SkopeoCommand copy(
      String name, int events, String from, String to, String... options) {
    List<String> arguments = new ArrayList<>();
    arguments.addAll(List.of("copy", "--src-tls-verify=false", "--dest-tls-verify=false"));
    arguments.addAll(List.of(options));
    arguments.addAll(List.of(from, to));
    return new SkopeoCommand(name, events, arguments);
  }

  private static SkopeoCommand command(String name, int events, String verb, String... rest) {
    List<String> arguments = new ArrayList<>();
    arguments.addAll(List.of(verb, "--tls-verify=false"));
    arguments.addAll(List.of(rest));
    return new SkopeoCommand(name, events, arguments);
  }
}
