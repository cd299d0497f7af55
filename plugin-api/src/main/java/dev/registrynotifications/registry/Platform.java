package dev.registrynotifications.registry;

import static java.util.Objects.requireNonNull;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What an image in an index runs on (OCI image specification, image-index.md, "platform").
 *
 * @param architecture the CPU architecture, as Go's {@code GOARCH}
 * @param os the operating system, as Go's {@code GOOS}
 * @param osVersion the version of the operating system, where the index gives one
 * @param osFeatures the features of the operating system that the image needs
 * @param variant the variant of the CPU, where the index gives one
 */
public record Platform(
    String architecture,
    String os,
    @Nullable String osVersion,
    List<String> osFeatures,
    @Nullable String variant) {

  /** Copies the list. */
  public Platform {
    requireNonNull(architecture, "architecture");
    requireNonNull(os, "os");
    osFeatures = List.copyOf(osFeatures);
  }
}
