package dev.registrynotifications.observe;

import jakarta.servlet.AsyncContext;
import jakarta.servlet.AsyncEvent;
import jakarta.servlet.AsyncListener;
import jakarta.servlet.ServletContext;
import jakarta.servlet.ServletException;
import jakarta.servlet.ServletRequest;
import jakarta.servlet.ServletResponse;
import java.io.IOException;

/** Says that an answer is about to be completed, by which it becomes visible to the client. */
record ObservedAsync(AsyncContext delegate, Observation observation) implements AsyncContext {

  @Override
  public void complete() {
    observation.completing();
    delegate.complete();
  }

  @Override
  public ServletRequest getRequest() {
    return delegate.getRequest();
  }

  @Override
  public ServletResponse getResponse() {
    return delegate.getResponse();
  }

  @Override
  public boolean hasOriginalRequestAndResponse() {
    return delegate.getRequest() == observation.request();
  }

  @Override
  public void dispatch() {
    delegate.dispatch();
  }

  @Override
  public void dispatch(String path) {
    delegate.dispatch(path);
  }

  @Override
  public void dispatch(ServletContext context, String path) {
    delegate.dispatch(context, path);
  }

  @Override
  public void start(Runnable work) {
    delegate.start(work);
  }

  @Override
  public void addListener(AsyncListener listener) {
    delegate.addListener(new Listener(listener, this));
  }

  @Override
  public void addListener(
      AsyncListener listener, ServletRequest request, ServletResponse response) {
    delegate.addListener(new Listener(listener, this), request, response);
  }

  @Override
  public <T extends AsyncListener> T createListener(Class<T> type) throws ServletException {
    return delegate.createListener(type);
  }

  @Override
  public void setTimeout(long milliseconds) {
    delegate.setTimeout(milliseconds);
  }

  @Override
  public long getTimeout() {
    return delegate.getTimeout();
  }

  /** Gives the registry's listener our context, which it may complete, and not the server's. */
  private record Listener(AsyncListener delegate, AsyncContext context) implements AsyncListener {

    @Override
    public void onComplete(AsyncEvent event) throws IOException {
      delegate.onComplete(ours(event));
    }

    @Override
    public void onTimeout(AsyncEvent event) throws IOException {
      delegate.onTimeout(ours(event));
    }

    @Override
    public void onError(AsyncEvent event) throws IOException {
      delegate.onError(ours(event));
    }

    @Override
    public void onStartAsync(AsyncEvent event) throws IOException {
      delegate.onStartAsync(ours(event));
    }

    private AsyncEvent ours(AsyncEvent event) {
      return new AsyncEvent(
          context, event.getSuppliedRequest(), event.getSuppliedResponse(), event.getThrowable());
    }
  }
}
