package dev.registrynotifications.peers;

import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Objects;
import java.util.Optional;

/** A program that tests run if the machine has it. */
public enum Program {
  /** The original whose webhooks we compare with. */
  DOCKER_REGISTRY("docker-registry", "docker-registry"),
  /** Checks what Prometheus is given. */
  PROMTOOL("promtool", "prometheus"),
  /** A client that copies images between registries. */
  SKOPEO("skopeo", "skopeo");

  private final String command;
  private final String debianPackage;

  Program(String command, String debianPackage) {
    this.command = command;
    this.debianPackage = debianPackage;
  }

  /** What to type to run it. */
  public String command() {
    return command;
  }

  /** The Debian package that brings it. */
  public String debianPackage() {
    return debianPackage;
  }

  /**
   * Does nothing where the machine has it.
   *
   * @throws IllegalStateException elsewhere; the message tells what to install
   */
  public void require() {
    if (in(Objects.requireNonNullElse(System.getenv("PATH"), "")).isEmpty()) {
      throw new IllegalStateException(
          "Could not find %s on the PATH: install the Debian package %s"
              .formatted(command, debianPackage));
    }
  }

  /** Finds it in directories separated as in the environment variable {@code PATH}. */
  Optional<Path> in(String directories) {
    return Arrays.stream(directories.split(File.pathSeparator))
        .filter(directory -> !directory.isEmpty())
        .map(directory -> Path.of(directory, command))
        .filter(Files::isExecutable)
        .findFirst();
  }
}
