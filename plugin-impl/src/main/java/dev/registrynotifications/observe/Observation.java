package dev.registrynotifications.observe;

import dev.registrynotifications.bridge.Shield;
import dev.registrynotifications.observe.exchange.RegistryExchange;
import dev.registrynotifications.observe.exchange.Route;
import jakarta.servlet.AsyncContext;
import jakarta.servlet.AsyncEvent;
import jakarta.servlet.AsyncListener;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.jspecify.annotations.Nullable;

/**
 * One exchange, from the filter's call to its end. It decides when to tell of it, which is done
 * once: of a change before the client can see the answer, of a pull when the answer is complete.
 *
 * <p>Nothing here throws: a failure of ours is logged, and the exchange goes on. Safe for use by
 * several threads: a registry may write its answer on one while another still reads the request.
 */
final class Observation implements BodyWatch, AsyncListener {

  private static final Shield SHIELD =
      new Shield(
          System.getLogger(Observation.class.getName()),
          "Could not tell of what the registry was asked");

  private final Observer observer;
  private final HttpServletRequest original;
  private final long began;
  private final Route route;
  private final String method;
  private final @Nullable String query;
  private final boolean isReading;
  private final ObservedRequest request;
  private final ObservedResponse response;
  private boolean isAsync;
  private boolean isBroken;
  private boolean isTold;
  private boolean isEnded;

  /** Whom an observation tells, and asks. Safe for use by several threads. */
  interface Observer {

    /** The moment, for {@link RegistryExchange#began}. */
    long now();

    /** Tells of an exchange; returns whether there was anything to tell. */
    boolean tell(HttpServletRequest request, RegistryExchange exchange);

    /** The exchange has ended. Called once. */
    void end();
  }

  /** Begins. */
  Observation(
      Route route, HttpServletRequest request, HttpServletResponse response, Observer observer) {
    this.route = route;
    this.observer = observer;
    original = request;
    method = request.getMethod();
    query = request.getQueryString();
    isReading = RegistryExchange.isReading(method);
    boolean isManifest = route instanceof Route.Manifest;
    this.request = new ObservedRequest(request, this, Tee.keeping(isManifest && !isReading));
    this.response = new ObservedResponse(response, this, Tee.keeping(isManifest && isReading));
    began = observer.now();
  }

  /** What the registry is to read. */
  ObservedRequest request() {
    return request;
  }

  /** What the registry is to write. */
  ObservedResponse response() {
    return response;
  }

  /** The server has begun to work on it, or goes on with it, on a thread that returns to us. */
  synchronized void entered() {
    isAsync = false;
  }

  /** The registry goes on with it elsewhere. */
  synchronized void wentAsync(AsyncContext context) {
    context.addListener(this);
    isAsync = true;
  }

  /** The registry's code has returned. */
  synchronized void returned() {
    SHIELD.run(
        () -> {
          if (!isAsync && original.isAsyncStarted()) {
            // Somebody went on with the server's own request.
            wentAsync(original.getAsyncContext());
          }
          if (!isAsync) {
            end();
          }
        });
  }

  /** The registry's code has failed: the server answers in its stead. */
  synchronized void threw() {
    isTold = true;
    if (!isAsync) {
      SHIELD.run(this::end);
    }
  }

  /**
   * The registry is about to say that its answer is complete. Later would be too late for a pull,
   * too: the client's next request would be told first.
   */
  synchronized void completing() {
    SHIELD.run(this::conclude);
  }

  /** Of an answer that is no success there is nothing to tell. */
  @Override
  public synchronized void beforeWrite() {
    if (!isReading && !isTold && response.getStatus() / 100 == 2) {
      SHIELD.run(this::tell);
    }
  }

  @Override
  public synchronized void failed() {
    isBroken = true;
  }

  @Override
  public synchronized void onComplete(AsyncEvent event) {
    SHIELD.run(this::end);
  }

  @Override
  public synchronized void onError(AsyncEvent event) {
    isBroken = true;
  }

  @Override
  public void onTimeout(AsyncEvent event) {
    // The answer's status will tell.
  }

  @Override
  public void onStartAsync(AsyncEvent event) {
    // It was begun through our request, which has registered us again.
  }

  private void end() {
    if (isEnded) {
      return;
    }
    isEnded = true;
    try {
      conclude();
    } finally {
      observer.end();
    }
  }

  /** Tells what is to be told, if that hasn't been done, and nothing any more. */
  private void conclude() {
    if (!isReading || !(isBroken || response.isCutShort())) {
      tell();
    }
    isTold = true;
  }

  /** The registry may make of the answer what is to be told only after it has begun to write. */
  private void tell() {
    if (!isTold) {
      RegistryExchange exchange =
          new RegistryExchange(
              began,
              method,
              route,
              query,
              response.getStatus(),
              request.message(),
              response.message());
      isTold = observer.tell(original, exchange);
    }
  }
}
