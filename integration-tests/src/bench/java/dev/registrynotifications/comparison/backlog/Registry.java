package dev.registrynotifications.comparison.backlog;

import dev.registrynotifications.comparison.peer.OriginalSite;
import dev.registrynotifications.comparison.peer.PluginSite;
import dev.registrynotifications.comparison.peer.Site;
import java.io.IOException;
import java.nio.file.Path;

/** The two that are compared. */
enum Registry {
  ORIGINAL("original") {
    @Override
    Site in(Path work) {
      return new OriginalSite(work);
    }
  },
  OURS("ours") {
    @Override
    Site in(Path work) throws IOException {
      return PluginSite.in(work);
    }
  };

  private final String title;

  Registry(String title) {
    this.title = title;
  }

  String title() {
    return title;
  }

  /** Prepares an empty directory for it. */
  abstract Site in(Path work) throws IOException;
}
