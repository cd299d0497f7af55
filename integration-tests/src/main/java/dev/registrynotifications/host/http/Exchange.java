package dev.registrynotifications.host.http;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.util.List;
import java.util.Optional;

/**
 * One request and its answer, with blocking streams. For the request's thread.
 *
 * <p>Answers to HEAD have the headers of a GET's and no body: no handler needs to care.
 */
public final class Exchange {

  private static final int BUFFER_BYTES = 64 * 1024;
  private static final int MAX_DISCARDED_BYTES = 16 * 1024 * 1024;

  private final HttpServletRequest request;
  private final HttpServletResponse response;

  public Exchange(HttpServletRequest request, HttpServletResponse response) {
    this.request = request;
    this.response = response;
  }

  public String method() {
    return request.getMethod();
  }

  /** The decoded path, without dot segments, below the path of the web application. */
  public String path() {
    String below = request.getPathInfo();
    return below == null ? request.getServletPath() : request.getServletPath() + below;
  }

  /** What clients must ask for, on the same server, to come to that path. */
  public String link(String path) {
    return request.getContextPath() + path;
  }

  public Optional<String> header(String name) {
    return Optional.ofNullable(request.getHeader(name));
  }

  /** The first value of a query parameter, decoded. */
  public Optional<String> query(String name) {
    return queries(name).stream().findFirst();
  }

  /** All values of a query parameter, decoded. */
  public List<String> queries(String name) {
    return QueryParameters.parse(request.getQueryString()).values(name);
  }

  /** How long the body will be; negative if the client doesn't say. */
  public long bodyLength() {
    return request.getContentLengthLong();
  }

  /** The request's body; a {@link ClientGoneException} says that the client broke off. */
  public InputStream body() throws IOException {
    return new ClientStream(request.getInputStream());
  }

  /**
   * Reads what is left of the body, as far as that is reasonable: a client that is still sending
   * when the connection is closed may never see the answer.
   */
  public void discardBody() throws IOException {
    if (header(HeaderNames.EXPECT).isEmpty()) {
      InputStream body = body();
      byte[] buffer = new byte[BUFFER_BYTES];
      int count = body.read(buffer);
      for (int discarded = 0; count >= 0 && discarded < MAX_DISCARDED_BYTES; discarded += count) {
        count = body.read(buffer);
      }
    }
  }

  /** Sets a header of the answer. */
  public Exchange with(String name, String value) {
    response.setHeader(name, value);
    return this;
  }

  /** Answers without a body. */
  public void answer(int status) {
    response.setStatus(status);
  }

  /** Answers that the client has it already; the length is that of what isn't sent. */
  public void answerNotModified(long length) {
    response.setStatus(304);
    response.setContentLengthLong(length);
  }

  /** Answers with a body that is at hand. */
  public void answer(int status, String mediaType, ByteBuffer body) throws IOException {
    head(status, mediaType, body.remaining());
    if (!isHead()) {
      byte[] bytes = new byte[body.remaining()];
      body.get(bytes);
      ClientGoneException.unless(() -> response.getOutputStream().write(bytes));
    }
  }

  /** Answers with a body that is streamed, {@code length} bytes from where the stream is. */
  public void answer(int status, String mediaType, InputStream body, long length)
      throws IOException {
    head(status, mediaType, length);
    if (!isHead()) {
      copy(body, length);
    }
  }

  public boolean isHead() {
    return method().equals("HEAD");
  }

  private void head(int status, String mediaType, long length) {
    response.setStatus(status);
    response.setContentType(mediaType);
    response.setContentLengthLong(length);
  }

  private void copy(InputStream body, long length) throws IOException {
    byte[] buffer = new byte[BUFFER_BYTES];
    OutputStream out = response.getOutputStream();
    for (long left = length; left > 0; ) {
      int count = body.read(buffer, 0, (int) Math.min(buffer.length, left));
      if (count < 0) {
        throw new IOException("Could not send a blob: it ends " + left + " bytes too early");
      }
      left -= count;
      ClientGoneException.unless(() -> out.write(buffer, 0, count));
    }
  }
}
