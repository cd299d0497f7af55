package dev.registrynotifications.cases;

import java.util.function.Consumer;

/**
 * Requests whose webhooks were captured.
 *
 * @param name the case's name in the captures' index
 * @param preparation requests that the capture doesn't show but that it needs
 * @param requests the requests
 */
public record CaptureCase(
    String name, Consumer<RegistryClient> preparation, Consumer<RegistryClient> requests) {

  CaptureCase(String name, Consumer<RegistryClient> requests) {
    this(name, registry -> {}, requests);
  }
}
