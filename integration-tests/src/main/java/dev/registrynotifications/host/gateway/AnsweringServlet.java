package dev.registrynotifications.host.gateway;

import dev.registrynotifications.host.http.HeaderNames;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.eclipse.jetty.client.Response;
import org.eclipse.jetty.client.Result;
import org.eclipse.jetty.ee10.proxy.AsyncProxyServlet;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.io.Content;
import org.eclipse.jetty.util.Callback;

/**
 * Passes each answer of the upstream registry back as it is, or one of the gateway's own where none
 * comes.
 */
abstract class AnsweringServlet extends AsyncProxyServlet {

  /** The request attribute that counts what is written of its answer. */
  private static final String WRITES = WritesUnderWay.class.getName();

  private final Upstream upstream;
  private final UpstreamWatch watch;

  AnsweringServlet(Upstream upstream) {
    this.upstream = upstream;
    watch = new UpstreamWatch(upstream);
  }

  @Override
  protected void onServerResponseHeaders(
      HttpServletRequest request, HttpServletResponse response, Response answer) {
    AnswerHeaders.copy(answer.getHeaders(), HOP_HEADERS, response);
    String location = answer.getHeaders().get(HttpHeader.LOCATION);
    if (location != null) {
      response.setHeader(HeaderNames.LOCATION, upstream.asSeenThrough(location));
    }
  }

  @Override
  protected Response.Listener newProxyResponseListener(
      HttpServletRequest request, HttpServletResponse response) {
    return new Relay(request, response);
  }

  @Override
  protected void onProxyResponseFailure(
      HttpServletRequest request,
      HttpServletResponse response,
      Response answer,
      Throwable failure) {
    watch.failed(failure);
    sendProxyResponseError(request, response, proxyResponseStatus(failure));
  }

  @Override
  protected void sendProxyResponseError(
      HttpServletRequest request, HttpServletResponse response, int status) {
    try {
      GatewayError.send(request, response, status);
    } finally {
      if (request.isAsyncStarted()) {
        request.getAsyncContext().complete();
      }
    }
  }

  @Override
  protected void onResponseContent(
      HttpServletRequest request,
      HttpServletResponse response,
      Response answer,
      byte[] buffer,
      int offset,
      int length,
      Callback callback) {
    WritesUnderWay writes = writes(request);
    writes.begin();
    Callback counted = Callback.from(callback, writes::finish);
    super.onResponseContent(request, response, answer, buffer, offset, length, counted);
  }

  @Override
  protected StreamWriter newWriteListener(HttpServletRequest request, Response answer) {
    return new BreakableWriter(request, answer);
  }

  private static WritesUnderWay writes(HttpServletRequest request) {
    return (WritesUnderWay) request.getAttribute(WRITES);
  }

  /** Tells when the client is gone: what was to be written then is forgotten. */
  private final class BreakableWriter extends StreamWriter {

    private final HttpServletRequest request;

    BreakableWriter(HttpServletRequest request, Response answer) {
      super(request, answer);
      this.request = request;
    }

    @Override
    public void onError(Throwable failure) {
      super.onError(failure);
      writes(request).breakOff();
    }
  }

  /** One answer on its way. */
  private final class Relay extends ProxyResponseListener {

    private final HttpServletRequest request;
    private final HttpServletResponse response;
    private volatile boolean isHeadWhole;
    private volatile boolean hasContent;
    private volatile boolean isWhole;

    Relay(HttpServletRequest request, HttpServletResponse response) {
      super(request, response);
      this.request = request;
      this.response = response;
      request.setAttribute(WRITES, new WritesUnderWay());
    }

    @Override
    public void onBegin(Response answer) {
      watch.answered();
      super.onBegin(answer);
    }

    @Override
    public void onHeaders(Response answer) {
      isHeadWhole = true;
      super.onHeaders(answer);
    }

    @Override
    public void onContent(Response answer, Content.Chunk chunk, Runnable demander) {
      hasContent = true;
      super.onContent(answer, chunk, demander);
    }

    /**
     * A registry may answer before it has the whole body: then the client needn't send the rest.
     */
    @Override
    public void onSuccess(Response answer) {
      isWhole = true;
      if (hasContent(request)) {
        // Nothing happens to a request that has been sent; onComplete learns of one that hasn't.
        var unused = answer.getRequest().abort(new IOException("it was answered before its end"));
      }
    }

    @Override
    public void onComplete(Result result) {
      writes(request).end(() -> end(result));
    }

    /** What became of the request doesn't matter once there is a whole answer. */
    private void end(Result result) {
      if (isWhole) {
        commit();
        onProxyResponseSuccess(request, response, result.getResponse());
      } else if (isRefusal(result.getResponse()) && !response.isCommitted()) {
        response.resetBuffer();
        response.setContentLengthLong(0);
        hasContent = false;
        commit();
        onProxyResponseSuccess(request, response, result.getResponse());
      } else {
        super.onComplete(result);
      }
    }

    /**
     * What matters is in the head. Distribution says with its 412 and 416 how long the blob is, as
     * if it followed, and closes.
     */
    private boolean isRefusal(Response answer) {
      return isHeadWhole && answer.getStatus() / 100 == 4;
    }

    /** By a call that filters see: the end of an asynchronous request is none. */
    private void commit() {
      if (!hasContent) {
        try {
          response.flushBuffer();
        } catch (IOException e) {
          _log.debug("Could not answer: the client is gone ({})", e.getMessage());
        }
      }
    }
  }
}
