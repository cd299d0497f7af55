package dev.registrynotifications.comparison;

import dev.registrynotifications.bench.run.Effort;
import java.io.PrintStream;

/** Something that is measured by itself. */
@FunctionalInterface
public interface Part {

  /**
   * Measures, and says on the standard error how it goes on.
   *
   * @param out takes the figures, in Markdown
   */
  void measure(Effort effort, PrintStream out) throws Exception;
}
