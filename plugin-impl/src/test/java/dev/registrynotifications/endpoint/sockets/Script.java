package dev.registrynotifications.endpoint.sockets;

import java.io.IOException;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;

/** What a server does with a connection. Afterwards it waits for the client to end it. */
@FunctionalInterface
interface Script {

  String OK = "HTTP/1.1 200 OK\r\nContent-Length: 0\r\n\r\n";

  void play(Connection connection) throws IOException;

  /** Takes everything, and keeps the connection alive. */
  static Script taking() {
    return answering(request -> OK);
  }

  /** Answers each request, and keeps the connection alive. */
  static Script answering(Function<Request, String> answer) {
    return connection -> {
      for (Optional<Request> next = connection.read(); next.isPresent(); next = connection.read()) {
        connection.write(answer.apply(next.get()));
      }
    };
  }

  /** Answers the first requests so, and all others with the last answer. */
  static Script inTurn(String... answers) {
    AtomicInteger count = new AtomicInteger();
    return answering(request -> answers[Math.min(count.getAndIncrement(), answers.length - 1)]);
  }

  /** Reads a request, writes that, and the script is over. */
  static Script writing(String bytes) {
    return connection -> {
      connection.read();
      connection.write(bytes);
    };
  }

  /** Reads a request, writes that, and resets the connection. */
  static Script resettingAfter(String bytes) {
    return connection -> {
      connection.read();
      connection.write(bytes);
      connection.reset();
    };
  }

  /** Reads a request, writes the one thing, and then the other for ever, a moment apart. */
  static Script dripping(String bytes, String drop) {
    return connection -> {
      connection.read();
      connection.write(bytes);
      connection.drip(drop);
    };
  }

  /** An answer with nothing to say. */
  static String answer(int status) {
    return answer(status, "");
  }

  /** An answer with more headers, each with its line break. */
  static String answer(int status, String headers) {
    return "HTTP/1.1 " + status + " -\r\n" + headers + "Content-Length: 0\r\n\r\n";
  }
}
