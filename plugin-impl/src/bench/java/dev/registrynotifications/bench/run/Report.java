package dev.registrynotifications.bench.run;

import java.io.PrintStream;
import java.lang.management.ManagementFactory;

/** What stands before the tables and after them: on which machine, and how busy that was. */
public record Report(PrintStream out) {

  /**
   * Begins it.
   *
   * @param more what else there is to say about the machine, or nothing
   */
  public void begin(String more) {
    out.printf(
        "%s %s, %d processors, load %.1f; Java %s%s.%n",
        System.getProperty("os.name"),
        System.getProperty("os.arch"),
        Runtime.getRuntime().availableProcessors(),
        load(),
        System.getProperty("java.runtime.version"),
        more);
    out.println("Each figure is a median, with the lowest and the highest value in brackets.");
  }

  /** Ends it. */
  public void end() {
    out.printf("%nLoad at the end: %.1f%n", load());
  }

  private static double load() {
    return ManagementFactory.getOperatingSystemMXBean().getSystemLoadAverage();
  }
}
