package dev.registrynotifications.wire;

import com.fasterxml.jackson.jr.ob.JSON;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * JSON that was read, asked for what may be in it: what isn't there, or is of another kind, is
 * nothing.
 *
 * <p>Rejected: Jackson's databind, which has a tree like that, and is a quarter of all the bytes in
 * the jar.
 *
 * @param value a map, a list, a text, a number or a truth value
 */
record JsonTree(@Nullable Object value) {

  private static final JSON JR =
      JSON.builder().disable(JSON.Feature.FAIL_ON_DUPLICATE_MAP_KEYS).build();

  static JsonTree read(ByteBuffer json) throws IOException {
    return new JsonTree(
        JR.anyFrom(
            new ByteArrayInputStream(
                json.array(), json.arrayOffset() + json.position(), json.remaining())));
  }

  boolean has(String name) {
    return value instanceof Map<?, ?> map && map.containsKey(name);
  }

  JsonTree at(String name) {
    return new JsonTree(value instanceof Map<?, ?> map ? map.get(name) : null);
  }

  List<JsonTree> items() {
    return value instanceof List<?> list ? list.stream().map(JsonTree::new).toList() : List.of();
  }

  /** The texts of an object's fields. */
  Map<String, String> texts() {
    Map<String, String> texts = new TreeMap<>();
    if (value instanceof Map<?, ?> map) {
      map.forEach((name, each) -> texts.put((String) name, new JsonTree(each).textOr("")));
    }
    return texts;
  }

  /** What isn't a text as it is in JSON; null if it has parts, or there is nothing. */
  @Nullable String text() {
    return value instanceof Map || value instanceof List || value == null ? null : value.toString();
  }

  String textOr(String other) {
    String text = text();
    return text == null ? other : text;
  }

  long number() {
    return value instanceof Number number ? number.longValue() : 0;
  }
}
