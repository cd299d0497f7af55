package dev.registrynotifications.cli;

import java.lang.reflect.InvocationHandler;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** An MBean of many members that answers as it is told, and refuses what it isn't told of. */
public final class ScriptedBean<T> implements InvocationHandler {

  private final Class<T> type;
  private final Map<String, Function<List<Object>, @Nullable Object>> answers = new HashMap<>();

  private ScriptedBean(Class<T> type) {
    this.type = type;
  }

  /** One that is told of nothing yet. */
  public static <T> ScriptedBean<T> of(Class<T> type) {
    return new ScriptedBean<>(type);
  }

  /** Answers that to a method from now on. */
  public ScriptedBean<T> answering(String method, Supplier<@Nullable Object> answer) {
    return answeringTo(method, arguments -> answer.get());
  }

  /** The same, by its arguments. */
  public ScriptedBean<T> answeringTo(
      String method, Function<List<Object>, @Nullable Object> answer) {
    answers.put(method, answer);
    return this;
  }

  /** What a command talks to. */
  public T bean() {
    return type.cast(Proxy.newProxyInstance(type.getClassLoader(), new Class<?>[] {type}, this));
  }

  @Override
  public @Nullable Object invoke(Object proxy, Method method, Object @Nullable [] arguments) {
    Function<List<Object>, @Nullable Object> answer = answers.get(method.getName());
    if (answer == null) {
      throw new UnsupportedOperationException("nothing is known of " + method.getName());
    }
    return answer.apply(List.of(Objects.requireNonNullElse(arguments, new Object[0])));
  }
}
