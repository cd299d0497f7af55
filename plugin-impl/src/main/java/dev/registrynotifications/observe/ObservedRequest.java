package dev.registrynotifications.observe;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.Objects.requireNonNullElse;

import dev.registrynotifications.observe.exchange.Message;
import jakarta.servlet.AsyncContext;
import jakarta.servlet.ServletInputStream;
import jakarta.servlet.ServletRequest;
import jakarta.servlet.ServletResponse;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import org.jspecify.annotations.Nullable;

/** A request whose body is counted, and whose asynchronous end is seen. */
final class ObservedRequest extends HttpServletRequestWrapper {

  private final Observation observation;
  private final Tee tee;
  private @Nullable ServletInputStream input;
  private @Nullable BufferedReader reader;

  ObservedRequest(HttpServletRequest request, Observation observation, Tee tee) {
    super(request);
    this.observation = observation;
    this.tee = tee;
  }

  Message message() {
    return new Message(
        getContentType(),
        getContentLengthLong(),
        getHeader("Content-Range"),
        null,
        getHeader("Content-Encoding"),
        null,
        tee.count(),
        tee.content());
  }

  @Override
  public ServletInputStream getInputStream() throws IOException {
    if (input == null) {
      input = new ObservedInput(super.getInputStream(), tee);
    }
    return input;
  }

  @Override
  public BufferedReader getReader() throws IOException {
    if (reader == null) {
      String charset = requireNonNullElse(getCharacterEncoding(), UTF_8.name());
      reader = new BufferedReader(new InputStreamReader(getInputStream(), charset));
    }
    return reader;
  }

  /** With the server's own objects, as its own would, the answer would go past us. */
  @Override
  public AsyncContext startAsync() {
    return startAsync(this, observation.response());
  }

  @Override
  public AsyncContext startAsync(ServletRequest request, ServletResponse response) {
    AsyncContext context = super.startAsync(request, response);
    context.addListener(observation);
    observation.wentAsync();
    return new ObservedAsync(context, observation);
  }

  @Override
  public AsyncContext getAsyncContext() {
    return new ObservedAsync(super.getAsyncContext(), observation);
  }
}
