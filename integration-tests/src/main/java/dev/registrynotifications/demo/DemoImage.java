package dev.registrynotifications.demo;

import com.google.cloud.tools.jib.api.CacheDirectoryCreationException;
import com.google.cloud.tools.jib.api.Containerizer;
import com.google.cloud.tools.jib.api.InvalidImageReferenceException;
import com.google.cloud.tools.jib.api.Jib;
import com.google.cloud.tools.jib.api.JibContainerBuilder;
import com.google.cloud.tools.jib.api.RegistryException;
import com.google.cloud.tools.jib.api.RegistryImage;
import com.google.cloud.tools.jib.api.TarImage;
import com.google.cloud.tools.jib.api.buildplan.AbsoluteUnixPath;
import com.google.cloud.tools.jib.api.buildplan.ImageFormat;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.ExecutionException;

/** An image of one layer with one text file, pushed and pulled by jib as any client would. */
public final class DemoImage {

  /** Its repository and tag. */
  public static final String NAME = "demo/hello:1.0";

  private final Path work;
  private final String reference;

  /**
   * Names the image; nothing is sent yet.
   *
   * @param work where files and caches go
   */
  public DemoImage(Path work, int port) {
    this.work = work;
    this.reference = "localhost:" + port + "/" + NAME;
  }

  /** Makes the image and pushes it: its layer, its configuration, its manifest. */
  public void push() throws InterruptedException {
    try {
      Path hello = Files.writeString(work.resolve("hello.txt"), "Hello, registry!\n");
      JibContainerBuilder image =
          Jib.fromScratch()
              .setFormat(ImageFormat.OCI)
              .addLayer(List.of(hello), AbsoluteUnixPath.get("/"));
      run(image, Containerizer.to(RegistryImage.named(reference)), "push");
    } catch (IOException | InvalidImageReferenceException e) {
      throw new DemoException("Could not push " + reference, e);
    }
  }

  /**
   * Pulls the image into a file. The pull has a cache of its own, so that it asks for the blobs.
   */
  public void pull() throws InterruptedException {
    try {
      RegistryImage source = RegistryImage.named(reference);
      TarImage file = TarImage.at(work.resolve("pulled.tar")).named(reference);
      run(Jib.from(source), Containerizer.to(file), "pull");
    } catch (InvalidImageReferenceException e) {
      throw new DemoException("Could not pull " + reference, e);
    }
  }

  private void run(JibContainerBuilder image, Containerizer destination, String verb)
      throws InterruptedException {
    destination
        .setToolName("registry-notifications-demo")
        .setAllowInsecureRegistries(true)
        .setBaseImageLayersCache(work.resolve(verb + "-base-cache"))
        .setApplicationLayersCache(work.resolve(verb + "-cache"));
    try {
      image.containerize(destination);
    } catch (IOException
        | RegistryException
        | CacheDirectoryCreationException
        | ExecutionException e) {
      throw new DemoException("Could not " + verb + " " + reference, e);
    }
  }
}
