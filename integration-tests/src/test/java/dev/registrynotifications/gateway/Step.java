package dev.registrynotifications.gateway;

import dev.registrynotifications.cases.RegistryClient;
import java.util.function.Consumer;

/**
 * Requests of one kind, in a session of many.
 *
 * @param name what they are; also their {@code User-Agent}, by which events are told apart
 * @param statuses what they are answered with, as {@code 202/201}
 * @param requests the requests
 */
record Step(String name, String statuses, Consumer<RegistryClient> requests) {}
