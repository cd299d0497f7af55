package dev.registrynotifications.observe;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
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
import java.nio.charset.Charset;
import org.jspecify.annotations.Nullable;

/** A request whose body is counted, and whose asynchronous end is seen. */
final class ObservedRequest extends HttpServletRequestWrapper {

  private final HttpServletRequest original;
  private final Observation observation;
  private final Tee tee;
  private @Nullable ServletInputStream input;
  private @Nullable BufferedReader reader;

  ObservedRequest(HttpServletRequest request, Observation observation, Tee tee) {
    super(request);
    this.original = request;
    this.observation = observation;
    this.tee = tee;
  }

  /** Of the request as the client made it: a server may put another one in when it forwards. */
  Message message() {
    return new Message(
        original.getContentType(),
        original.getContentLengthLong(),
        original.getHeader("Content-Range"),
        null,
        original.getHeader("Content-Encoding"),
        null,
        tee.count(),
        tee.content());
  }

  @Override
  public ServletInputStream getInputStream() throws IOException {
    ServletInputStream delegate = super.getInputStream();
    if (input == null) {
      input = new ObservedInput(delegate, tee);
    }
    return input;
  }

  @Override
  public BufferedReader getReader() throws IOException {
    BufferedReader delegate = super.getReader();
    if (reader == null) {
      String charset = requireNonNullElse(getCharacterEncoding(), ISO_8859_1.name());
      TextTee text = new TextTee(tee, Charset.forName(charset));
      reader = new BufferedReader(new ObservedReader(delegate, text));
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
    observation.wentAsync(context);
    return new ObservedAsync(context, observation);
  }

  @Override
  public AsyncContext getAsyncContext() {
    return new ObservedAsync(super.getAsyncContext(), observation);
  }
}
