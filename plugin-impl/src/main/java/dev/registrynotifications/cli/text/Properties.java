package dev.registrynotifications.cli.text;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.RecordComponent;
import java.util.Arrays;
import java.util.Collection;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Takes values apart into maps, lists, texts and numbers, by the names of their properties in
 * alphabetical order.
 */
final class Properties {

  private Properties() {}

  static @Nullable Object plain(@Nullable Object value) {
    if (value == null || value instanceof Number || value instanceof Boolean) {
      return value;
    }
    if (value instanceof CharSequence || value instanceof Enum) {
      return value.toString();
    }
    if (value instanceof Json json) {
      return json.value();
    }
    return parts(value);
  }

  private static Object parts(Object value) {
    if (value instanceof Map<?, ?> map) {
      Map<String, @Nullable Object> plain = new TreeMap<>();
      map.forEach((name, each) -> plain.put(String.valueOf(name), plain(each)));
      return plain;
    }
    if (value instanceof Collection<?> many) {
      return many.stream().map(Properties::plain).toList();
    }
    if (value instanceof Object[] many) {
      return Arrays.stream(many).map(Properties::plain).toList();
    }
    return value instanceof Record ? components(value) : of(value.getClass(), value);
  }

  private static Map<String, @Nullable Object> components(Object value) {
    Map<String, @Nullable Object> properties = new TreeMap<>();
    for (RecordComponent component : value.getClass().getRecordComponents()) {
      properties.put(component.getName(), plain(get(component.getAccessor(), value)));
    }
    return properties;
  }

  /** The properties that a type has getters for. */
  static Map<String, @Nullable Object> of(Class<?> type, Object value) {
    Map<String, @Nullable Object> properties = new TreeMap<>();
    for (Method method : type.getMethods()) {
      if (isGetter(method)) {
        properties.put(name(method), plain(get(method, value)));
      }
    }
    return properties;
  }

  private static boolean isGetter(Method method) {
    return method.getParameterCount() == 0
        && method.getDeclaringClass() != Object.class
        && method.getName().matches("(get|is)[A-Z].*");
  }

  private static String name(Method getter) {
    String name = getter.getName().replaceFirst("get|is", "");
    return name.substring(0, 1).toLowerCase(Locale.ROOT) + name.substring(1);
  }

  /** What a getter threw says more than that it did. */
  private static @Nullable Object get(Method getter, Object value) {
    try {
      return getter.invoke(value);
    } catch (InvocationTargetException e) {
      if (e.getCause() instanceof RuntimeException cause) {
        throw cause;
      }
      throw failure(getter, e);
    } catch (IllegalAccessException e) {
      throw failure(getter, e);
    }
  }

  private static IllegalStateException failure(Method getter, Exception e) {
    return new IllegalStateException("Could not read " + getter.getName() + ": " + e, e);
  }
}
