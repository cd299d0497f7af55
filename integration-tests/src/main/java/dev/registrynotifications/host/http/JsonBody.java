package dev.registrynotifications.host.http;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.nio.ByteBuffer;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Writes JSON: the errors' bodies and the lists. */
public final class JsonBody {

  public static final String MEDIA_TYPE = "application/json";

  private static final ObjectMapper JSON = new ObjectMapper();

  private JsonBody() {}

  /** The body of an error answer (OCI distribution specification, "Error Codes"). */
  public static ByteBuffer of(RegistryException error) {
    Map<String, Object> entry = new LinkedHashMap<>();
    entry.put("code", error.code().name());
    entry.put("message", error.code().message());
    if (!error.detail().isEmpty()) {
      entry.put("detail", error.detail());
    }
    return of(Map.of("errors", List.of(entry)));
  }

  /** The body of an answer that lists something. */
  public static ByteBuffer of(Map<String, Object> object) {
    try {
      return ByteBuffer.wrap(JSON.writeValueAsBytes(object));
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("maps of texts and lists can be written", e);
    }
  }
}
