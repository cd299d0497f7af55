package dev.registrynotifications.container;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What {@code jcmd} sees in a JVM. Not by JMX: that shows neither whose class loader a thread holds
 * nor whether one was let go.
 *
 * @param server the JVM's process
 */
record ServerInsides(ProcessHandle server) {

  private static final Pattern OURS =
      Pattern.compile("(?m)^\"((?:notify-|HttpClient-\\d+-SelectorManager)[^\"]*)\"");

  /** The names of the threads that deliver, and of those of the HTTP client, sorted. */
  List<String> threadsOfPlugin() throws IOException, InterruptedException {
    return OURS.matcher(jcmd("Thread.print"))
        .results()
        .map((MatchResult thread) -> thread.group(1))
        .sorted()
        .toList();
  }

  /** Counts what is left of a class after the garbage was collected. */
  int instancesOf(String className) throws IOException, InterruptedException {
    Matcher line =
        Pattern.compile("(?m)^ *\\d+: +(\\d+) +\\d+ +" + Pattern.quote(className) + "(?: |$)")
            .matcher(jcmd("GC.class_histogram"));
    return line.find() ? Integer.parseInt(line.group(1)) : 0;
  }

  /** How many bytes of the heap are in use after the garbage was collected. */
  long liveBytes() throws IOException, InterruptedException {
    Matcher total = Pattern.compile("(?m)^Total +\\d+ +(\\d+)").matcher(jcmd("GC.class_histogram"));
    if (!total.find()) {
      throw new AssertionError(
          "Could not find the total in the histogram of process " + server.pid());
    }
    return Long.parseLong(total.group(1));
  }

  private String jcmd(String command) throws IOException, InterruptedException {
    return ChildProcess.run(
        Path.of("."), List.of(ChildProcess.tool("jcmd"), Long.toString(server.pid()), command));
  }
}
