package dev.registrynotifications.observe;

import dev.registrynotifications.observe.exchange.RegistryExchange;
import dev.registrynotifications.observe.exchange.Route;
import jakarta.servlet.AsyncEvent;
import jakarta.servlet.AsyncListener;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * One exchange, from the filter's call to its end. It decides when to tell of it, which is done
 * once: of a change before the client can see the answer, of a pull when the answer is complete.
 *
 * <p>Nothing here throws: a failure of ours is logged, and the exchange goes on. For whatever
 * threads the server uses, one after the other.
 */
final class Observation implements BodyWatch, AsyncListener {

  private static final Logger LOGGER = System.getLogger(Observation.class.getName());

  private final Route route;
  private final boolean isReading;
  private final ObservedRequest request;
  private final ObservedResponse response;
  private final Tee sent;
  private final Function<HttpServletRequest, Consumer<RegistryExchange>> tellers;
  private final AtomicBoolean isTold = new AtomicBoolean();
  private volatile boolean isAsync;
  private volatile boolean isBroken;
  private volatile @Nullable Ended ended;

  /**
   * How it ended.
   *
   * @param teller made while the request could be asked: a server may use its objects again
   */
  private record Ended(RegistryExchange exchange, Consumer<RegistryExchange> teller) {}

  /**
   * Begins.
   *
   * @param tellers make what tells of the exchange of a request
   */
  Observation(
      Route route,
      HttpServletRequest request,
      HttpServletResponse response,
      Function<HttpServletRequest, Consumer<RegistryExchange>> tellers) {
    this.route = route;
    this.tellers = tellers;
    isReading = RegistryExchange.isReading(request.getMethod());
    boolean isManifest = route instanceof Route.Manifest;
    sent = Tee.keeping(isManifest && isReading);
    this.request = new ObservedRequest(request, this, Tee.keeping(isManifest && !isReading));
    this.response = new ObservedResponse(response, this, sent);
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
  void entered() {
    isAsync = false;
  }

  /** The registry goes on with it elsewhere. */
  void wentAsync() {
    isAsync = true;
  }

  /** The registry's code has returned. */
  void returned() {
    if (!isAsync) {
      quietly(this::end);
    }
  }

  /** The registry's code has failed: the server answers in its stead. */
  void threw() {
    isTold.set(true);
  }

  /** The registry is about to say that its answer is complete. */
  void completing() {
    quietly(isReading ? this::remember : this::tell);
  }

  @Override
  public void beforeWrite() {
    if (!isReading) {
      quietly(this::tell);
    }
  }

  @Override
  public void wrote(byte[] bytes, int offset, int length) {
    quietly(() -> sent.pass(bytes, offset, length));
  }

  @Override
  public void failed() {
    isBroken = true;
  }

  @Override
  public void onComplete(AsyncEvent event) {
    quietly(this::end);
  }

  @Override
  public void onError(AsyncEvent event) {
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
    if (!isReading || !(isBroken || response.isCutShort())) {
      tell();
    }
  }

  private void tell() {
    if (isTold.compareAndSet(false, true)) {
      Ended how = ended == null ? look() : ended;
      how.teller().accept(how.exchange());
    }
  }

  private void remember() {
    ended = look();
  }

  private Ended look() {
    RegistryExchange exchange =
        new RegistryExchange(
            request.getMethod(),
            route,
            request.getQueryString(),
            response.getStatus(),
            request.message(),
            response.message());
    return new Ended(exchange, tellers.apply(request));
  }

  private static void quietly(Runnable step) {
    try {
      step.run();
    } catch (Throwable e) {
      logQuietly(e);
    }
  }

  /** Even the log may fail, of memory for example; the exchange goes on all the same. */
  private static void logQuietly(Throwable failure) {
    try {
      LOGGER.log(Level.ERROR, "Could not tell of what the registry was asked", failure);
    } catch (Throwable ignored) {
      // Nobody is left to tell.
    }
  }
}
