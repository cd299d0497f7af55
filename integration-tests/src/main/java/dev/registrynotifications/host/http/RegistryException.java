package dev.registrynotifications.host.http;

import java.util.Map;

/** A request can't be answered as the client wishes: becomes an error answer. */
public final class RegistryException extends RuntimeException {

  private final ErrorCode code;
  private final int status;
  private final Map<String, Object> detail;

  /** An error with the code's own status; the detail tells people what is wrong. */
  public RegistryException(ErrorCode code, Map<String, Object> detail) {
    this(code, code.status(), detail);
  }

  /** An error with another status than the code mostly has. */
  public RegistryException(ErrorCode code, int status, Map<String, Object> detail) {
    super(code.message());
    this.code = code;
    this.status = status;
    this.detail = Map.copyOf(detail);
  }

  /** An error whose detail is one sentence. */
  public static RegistryException because(ErrorCode code, String reason) {
    return new RegistryException(code, Map.of("reason", reason));
  }

  public ErrorCode code() {
    return code;
  }

  public int status() {
    return status;
  }

  public Map<String, Object> detail() {
    return detail;
  }
}
