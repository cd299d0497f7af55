package dev.registrynotifications.container;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.nio.file.Files;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What README tells an operator to type, who has the plugin's jar and the configuration file in the
 * working directory. It is run as printed: commands of the tests' own could be right where README
 * is wrong.
 *
 * @param install the commands that put the plugin into the server
 * @param start the last command, which starts the server
 */
record DocumentedCommands(String install, String start) {

  /** The commands under a heading that begins with this. */
  static DocumentedCommands under(String heading) throws IOException {
    Matcher block =
        Pattern.compile(
                "^### " + Pattern.quote(heading) + "(?:(?!^#).)*?^```sh\n(.*?)(^[^\n]+\n)```",
                Pattern.DOTALL | Pattern.MULTILINE)
            .matcher(Files.readString(BuildFiles.readme(), UTF_8));
    if (!block.find()) {
      throw new AssertionError("Could not find commands under \"### " + heading + "\" in README");
    }
    return new DocumentedCommands(block.group(1), block.group(2).strip());
  }

  /**
   * For {@code sh -c}: the server takes the place of the shell, so that its pid is ours to stop.
   */
  String script() {
    return "set -e\n" + install + "exec " + start + "\n";
  }
}
