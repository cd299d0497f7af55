package dev.registrynotifications.host.api;

import static java.util.Objects.requireNonNull;

import dev.registrynotifications.host.storage.StoredRepository;
import dev.registrynotifications.plugin.RepositoryDecorator;
import dev.registrynotifications.plugin.RequestContext;
import dev.registrynotifications.registry.BlobStore;
import dev.registrynotifications.registry.Manifest;
import dev.registrynotifications.registry.ManifestService;
import dev.registrynotifications.registry.Repository;
import dev.registrynotifications.registry.RepositoryRemover;
import dev.registrynotifications.registry.TagService;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Remembers which calls of the host reach a repository, and on whose behalf. */
public final class RecordingDecorator implements RepositoryDecorator {

  private final List<String> calls = new CopyOnWriteArrayList<>();
  private final List<RequestContext> contexts = new CopyOnWriteArrayList<>();

  /** The calls since the last time, as {@code blobs.open(sha256:…)}. */
  public List<String> takeCalls() {
    List<String> taken = List.copyOf(calls);
    calls.clear();
    return taken;
  }

  /** The context of the last request that needed a repository. */
  public RequestContext lastContext() {
    return contexts.get(contexts.size() - 1);
  }

  @Override
  public Repository decorate(Repository repository, RequestContext context) {
    contexts.add(context);
    return new StoredRepository(
        repository.name(),
        recording(ManifestService.class, "manifests", repository.manifests()),
        recording(BlobStore.class, "blobs", repository.blobs()),
        recording(TagService.class, "tags", repository.tags()));
  }

  @Override
  public RepositoryRemover decorate(RepositoryRemover remover, RequestContext context) {
    contexts.add(context);
    return recording(RepositoryRemover.class, "remover", remover);
  }

  private <T> T recording(Class<T> type, String name, T delegate) {
    return type.cast(
        Proxy.newProxyInstance(
            type.getClassLoader(),
            new Class<?>[] {type},
            (proxy, method, arguments) -> record(name, delegate, method, arguments)));
  }

  private Object record(String name, Object delegate, Method method, Object @Nullable [] arguments)
      throws Throwable {
    calls.add(name + "." + method.getName() + describe(arguments));
    try {
      return method.invoke(delegate, arguments);
    } catch (InvocationTargetException e) {
      throw requireNonNull(e.getCause());
    }
  }

  private static String describe(Object @Nullable [] arguments) {
    return Arrays.stream(arguments == null ? new Object[0] : arguments)
        .map(argument -> argument instanceof Manifest manifest ? manifest.digest() : argument)
        .map(String::valueOf)
        .collect(Collectors.joining(", ", "(", ")"));
  }
}
