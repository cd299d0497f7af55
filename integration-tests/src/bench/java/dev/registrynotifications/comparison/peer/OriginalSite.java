package dev.registrynotifications.comparison.peer;

import java.io.IOException;
import java.nio.file.Path;

/**
 * A directory with the original's configuration and log; all else it has in memory.
 *
 * @param work the directory
 */
public record OriginalSite(Path work) implements Site {

  @Override
  public Peer start(Webhooks webhooks) throws IOException, InterruptedException {
    return Original.start(work, webhooks);
  }
}
