package dev.registrynotifications.cli.connect;

import java.lang.reflect.InvocationHandler;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.lang.reflect.UndeclaredThrowableException;
import java.util.function.BooleanSupplier;
import javax.management.InstanceNotFoundException;
import org.jspecify.annotations.Nullable;

/**
 * An endpoint's MBean over a connection, that says so when the endpoint is gone though the plugin
 * isn't: a reload may take it away while a command looks at it.
 */
final class RemovableBean implements InvocationHandler {

  private final Object bean;
  private final String endpoint;
  private final BooleanSupplier isPluginThere;

  private RemovableBean(Object bean, String endpoint, BooleanSupplier isPluginThere) {
    this.bean = bean;
    this.endpoint = endpoint;
    this.isPluginThere = isPluginThere;
  }

  /** Wraps it. */
  static <T> T of(Class<T> type, T bean, String endpoint, BooleanSupplier isPluginThere) {
    RemovableBean handler = new RemovableBean(bean, endpoint, isPluginThere);
    return type.cast(Proxy.newProxyInstance(type.getClassLoader(), new Class<?>[] {type}, handler));
  }

  @Override
  public @Nullable Object invoke(Object proxy, Method method, Object @Nullable [] arguments)
      throws Throwable {
    try {
      return method.invoke(bean, arguments);
    } catch (InvocationTargetException e) {
      Throwable thrown = e.getCause() == null ? e : e.getCause();
      if (isGone(thrown) && isPluginThere.getAsBoolean()) {
        throw new IllegalStateException(
            "The endpoint " + endpoint + " isn't there any more", thrown);
      }
      throw thrown;
    }
  }

  private static boolean isGone(Throwable thrown) {
    return thrown instanceof UndeclaredThrowableException
        && thrown.getCause() instanceof InstanceNotFoundException;
  }
}
