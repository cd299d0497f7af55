package dev.registrynotifications.observe;

import dev.registrynotifications.observe.exchange.Message;
import jakarta.servlet.ServletOutputStream;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpServletResponseWrapper;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.charset.Charset;
import org.jspecify.annotations.Nullable;

/** An answer that says when it is about to become visible, and what was written. */
final class ObservedResponse extends HttpServletResponseWrapper {

  private static final String CONTENT_LENGTH = "Content-Length";

  private final BodyWatch watch;
  private final Tee tee;
  private @Nullable ServletOutputStream output;
  private @Nullable PrintWriter writer;

  /** Kept here, since Tomcat doesn't give it back. */
  private long contentLength = -1;

  ObservedResponse(HttpServletResponse response, BodyWatch watch, Tee tee) {
    super(response);
    this.watch = watch;
    this.tee = tee;
  }

  Message message() {
    return new Message(
        getContentType(),
        contentLength,
        getHeader("Content-Range"),
        getHeader("Range"),
        getHeader("Content-Encoding"),
        getHeader("Docker-Content-Digest"),
        tee.count(),
        tee.content());
  }

  /** Whether less went by than was announced. */
  boolean isCutShort() {
    return tee.count() > 0 && tee.count() < contentLength;
  }

  @Override
  public ServletOutputStream getOutputStream() throws IOException {
    ServletOutputStream delegate = super.getOutputStream();
    if (output == null) {
      output = new ObservedOutput(delegate, this::charset, tee, watch);
    }
    return output;
  }

  @Override
  public PrintWriter getWriter() throws IOException {
    PrintWriter delegate = super.getWriter();
    if (writer == null) {
      TextTee text = new TextTee(tee, charset());
      writer = new ObservedPrintWriter(new ObservedWriter(delegate, text, watch));
    }
    return writer;
  }

  private Charset charset() {
    return Charset.forName(getCharacterEncoding());
  }

  @Override
  public void flushBuffer() throws IOException {
    watch.beforeWrite();
    super.flushBuffer();
  }

  /** An error after the beginning of an answer breaks it off. */
  @Override
  public void sendError(int status) throws IOException {
    noteIfLate();
    super.sendError(status);
  }

  @Override
  public void sendError(int status, String message) throws IOException {
    noteIfLate();
    super.sendError(status, message);
  }

  private void noteIfLate() {
    if (isCommitted()) {
      watch.failed();
    }
  }

  @Override
  public void reset() {
    super.reset();
    output = null;
    writer = null;
    tee.clear();
    contentLength = -1;
  }

  @Override
  public void resetBuffer() {
    super.resetBuffer();
    tee.clear();
  }

  @Override
  public void setContentLength(int length) {
    super.setContentLength(length);
    contentLength = length;
  }

  @Override
  public void setContentLengthLong(long length) {
    super.setContentLengthLong(length);
    contentLength = length;
  }

  @Override
  public void setHeader(String name, String value) {
    super.setHeader(name, value);
    note(name, value);
  }

  @Override
  public void addHeader(String name, String value) {
    super.addHeader(name, value);
    note(name, value);
  }

  @Override
  public void setIntHeader(String name, int value) {
    super.setIntHeader(name, value);
    note(name, Integer.toString(value));
  }

  @Override
  public void addIntHeader(String name, int value) {
    super.addIntHeader(name, value);
    note(name, Integer.toString(value));
  }

  private void note(String name, @Nullable String value) {
    if (name.equalsIgnoreCase(CONTENT_LENGTH)) {
      contentLength = value == null ? -1 : number(value);
    }
  }

  private static long number(String text) {
    try {
      return Long.parseLong(text.strip());
    } catch (NumberFormatException e) {
      return -1;
    }
  }
}
