package dev.registrynotifications.host.gateway;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.ServletOutputStream;
import jakarta.servlet.WriteListener;
import jakarta.servlet.http.HttpFilter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpServletResponseWrapper;
import java.io.IOException;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/** Notes what it sees of answers: flushes with their status, and bytes. */
final class RecordingFilter extends HttpFilter {

  private final List<String> seen = new CopyOnWriteArrayList<>();

  List<String> seen() {
    return List.copyOf(seen);
  }

  @Override
  protected void doFilter(
      HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws IOException, ServletException {
    chain.doFilter(request, new Recorded(response));
  }

  private final class Recorded extends HttpServletResponseWrapper {

    private final HttpServletResponse response;

    Recorded(HttpServletResponse response) {
      super(response);
      this.response = response;
    }

    @Override
    public void flushBuffer() throws IOException {
      seen.add("flush " + getStatus() + (isCommitted() ? " too late" : ""));
      super.flushBuffer();
    }

    @Override
    public ServletOutputStream getOutputStream() throws IOException {
      return new RecordedStream(response.getOutputStream());
    }
  }

  private final class RecordedStream extends ServletOutputStream {

    private final ServletOutputStream out;

    RecordedStream(ServletOutputStream out) {
      this.out = out;
    }

    @Override
    public boolean isReady() {
      return out.isReady();
    }

    @Override
    public void setWriteListener(WriteListener listener) {
      out.setWriteListener(listener);
    }

    @Override
    public void write(int oneByte) throws IOException {
      seen.add("1 byte");
      out.write(oneByte);
    }

    @Override
    public void write(byte[] bytes, int offset, int length) throws IOException {
      seen.add(length + " bytes");
      out.write(bytes, offset, length);
    }
  }
}
