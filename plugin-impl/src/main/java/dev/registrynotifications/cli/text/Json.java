package dev.registrynotifications.cli.text;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.json.JsonWriteFeature;
import com.fasterxml.jackson.jr.ob.JSON;
import java.io.IOException;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What is shown, for scripts: fields in alphabetical order, and no character that a terminal's
 * encoding might not have.
 */
public final class Json {

  private static final JSON WRITER =
      JSON.builder(JsonFactory.builder().enable(JsonWriteFeature.ESCAPE_NON_ASCII).build())
          .enable(JSON.Feature.PRETTY_PRINT_OUTPUT, JSON.Feature.WRITE_NULL_PROPERTIES)
          .enable(JSON.Feature.PRESERVE_FIELD_ORDERING)
          .build();

  private final @Nullable Object value;

  private Json(@Nullable Object value) {
    this.value = value;
  }

  /** A bean as its interface has it: over JMX it is a proxy, whose class says nothing. */
  public static <T> Json ofBean(Class<T> type, T bean) {
    return new Json(Properties.of(type, bean));
  }

  /** Values with getters, records, lists and maps of them, and what is JSON already. */
  public static Json of(@Nullable Object value) {
    return new Json(Properties.plain(value));
  }

  /** JSON that is JSON already; a text of its own if it isn't. */
  public static Json parse(String json) {
    try {
      return new Json(WRITER.anyFrom(json));
    } catch (IOException e) {
      return new Json(json);
    }
  }

  @Nullable Object value() {
    return value;
  }

  /** The text, in several lines. */
  List<String> lines() {
    try {
      return WRITER.asString(value).lines().toList();
    } catch (IOException e) {
      throw new IllegalStateException("Could not write JSON: " + e.getMessage(), e);
    }
  }
}
