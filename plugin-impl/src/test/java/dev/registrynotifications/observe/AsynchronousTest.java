package dev.registrynotifications.observe;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.servlet.AsyncContext;
import jakarta.servlet.AsyncEvent;
import jakarta.servlet.AsyncListener;
import jakarta.servlet.DispatcherType;
import jakarta.servlet.ServletInputStream;
import jakarta.servlet.ServletOutputStream;
import jakarta.servlet.http.HttpServletResponse;
import java.net.Socket;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The registry answers after its servlet has returned. */
class AsynchronousTest extends FilterTest {

  @Test
  void tellsOfAPushBeforeItsAnswerIsComplete() throws Exception {
    serve(
        (request, response) -> {
          AsyncContext async = request.startAsync();
          async.start(
              () -> {
                readAndCreate(request, (HttpServletResponse) async.getResponse());
                async.complete();
              });
        });

    assertThat(put(UPLOAD)).isEqualTo(201);

    assertThat(server().told()).containsExactly(PUSHED);
  }

  @Test
  void tellsOfAPushBeforeItsAnswerIsWritten() throws Exception {
    serve(
        (request, response) -> {
          AsyncContext async = request.startAsync();
          async.start(
              () -> {
                readAndCreate(request, response);
                unchecked(() -> response.getOutputStream().flush());
                pass(open);
                async.complete();
              });
        });

    try (Socket client = server().connect()) {
      request(client, "PUT " + UPLOAD, CONTENT);

      assertThat(statusOf(client)).isEqualTo(201);
      assertThat(server().told()).containsExactly(PUSHED);
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "/internal"})
  void tellsOfAPushThatIsAnsweredInADispatch(String path) throws Exception {
    serve(
        (request, response) -> {
          if (request.getDispatcherType() == DispatcherType.ASYNC) {
            response.setStatus(201);
          } else {
            request.getInputStream().readAllBytes();
            dispatch(request.startAsync(), path);
          }
        });

    assertThat(put(UPLOAD)).isEqualTo(201);

    assertThat(server().told()).containsExactly(PUSHED);
  }

  private static void dispatch(AsyncContext async, String path) {
    if (path.isEmpty()) {
      async.dispatch();
    } else {
      async.dispatch(path);
    }
  }

  @Test
  void tellsOfAPushThatIsAnsweredOnceTimeIsUp() throws Exception {
    serve(
        (request, response) -> {
          request.getInputStream().readAllBytes();
          AsyncContext async = request.startAsync();
          // Jetty 12.1.14 forgets the request now and then if it is 1 ms.
          async.setTimeout(200);
          async.addListener(new Late());
        });

    assertThat(put(UPLOAD)).isEqualTo(201);

    assertThat(server().told()).containsExactly(PUSHED);
  }

  /** Answers when nobody else has. */
  private static final class Late implements AsyncListener {

    @Override
    public void onTimeout(AsyncEvent event) {
      ((HttpServletResponse) event.getAsyncContext().getResponse()).setStatus(201);
      event.getAsyncContext().complete();
    }

    @Override
    public void onComplete(AsyncEvent event) {}

    @Override
    public void onError(AsyncEvent event) {}

    @Override
    public void onStartAsync(AsyncEvent event) {}
  }

  @Test
  void tellsOfAPushThatIsReadAndAnsweredWithoutBlocking() throws Exception {
    serve(
        (request, response) -> {
          AsyncContext async = request.startAsync();
          ServletInputStream in = request.getInputStream();
          in.setReadListener(
              new Reading(
                  in,
                  () -> {
                    response.setStatus(201);
                    async.complete();
                  }));
        });

    assertThat(put(UPLOAD)).isEqualTo(201);

    assertThat(server().told()).containsExactly(PUSHED);
  }

  @Test
  void tellsOfAPullThatIsWrittenWithoutBlocking() throws Exception {
    serve(
        (request, response) -> {
          AsyncContext async = request.startAsync();
          ServletOutputStream out = response.getOutputStream();
          out.setWriteListener(new Writing(out, CONTENT, async::complete));
        });

    assertThat(get(BLOB).body()).isEqualTo(CONTENT);

    awaitTold(PULLED);
  }
}
