package dev.registrynotifications.observe.exchange;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.nio.ByteBuffer;
import org.jspecify.annotations.Nullable;

/** Says what a test's exchange was like, as far as it matters. */
final class ExchangeBuilder {

  private final String method;
  private final String path;
  private final @Nullable String query;
  private final MessageBuilder request = new MessageBuilder();
  private final MessageBuilder answer = new MessageBuilder();
  private int status = 200;
  private long began = Long.MAX_VALUE;

  private static final class MessageBuilder {
    private @Nullable String type;
    private long length = -1;
    private @Nullable String contentRange;
    private @Nullable String range;
    private @Nullable String encoding;
    private @Nullable String digest;
    private long bytes;
    private @Nullable String content;

    Message build() {
      ByteBuffer kept = content == null ? null : ByteBuffer.wrap(content.getBytes(UTF_8));
      return new Message(type, length, contentRange, range, encoding, digest, bytes, kept);
    }
  }

  private ExchangeBuilder(String method, String target) {
    this.method = method;
    int mark = target.indexOf('?');
    path = mark < 0 ? target : target.substring(0, mark);
    query = mark < 0 ? null : target.substring(mark + 1);
  }

  /** A request and its target, as in {@code PUT /v2/a/blobs/uploads/1?digest=…}. */
  static ExchangeBuilder of(String requestLine) {
    String[] words = requestLine.split(" ", 2);
    return new ExchangeBuilder(words[0], words[1]);
  }

  ExchangeBuilder answered(int newStatus) {
    status = newStatus;
    return this;
  }

  ExchangeBuilder began(long moment) {
    began = moment;
    return this;
  }

  ExchangeBuilder sentBytes(long bytes) {
    request.bytes = bytes;
    return this;
  }

  ExchangeBuilder announced(long length) {
    request.length = length;
    return this;
  }

  ExchangeBuilder sent(String type, String content) {
    request.type = type;
    request.content = content;
    request.bytes = content.length();
    return this;
  }

  ExchangeBuilder sentRange(String contentRange) {
    request.contentRange = contentRange;
    return this;
  }

  ExchangeBuilder withLength(long length) {
    answer.length = length;
    return this;
  }

  ExchangeBuilder withBytes(long bytes) {
    answer.bytes = bytes;
    return this;
  }

  ExchangeBuilder with(String type, String content) {
    answer.type = type;
    answer.content = content;
    answer.bytes = content.length();
    return this;
  }

  ExchangeBuilder withType(String type) {
    answer.type = type;
    return this;
  }

  ExchangeBuilder withDigest(Object digest) {
    answer.digest = digest.toString();
    return this;
  }

  ExchangeBuilder withContentRange(String contentRange) {
    answer.contentRange = contentRange;
    return this;
  }

  ExchangeBuilder withRange(String range) {
    answer.range = range;
    return this;
  }

  ExchangeBuilder encoded(String encoding) {
    answer.encoding = encoding;
    return this;
  }

  RegistryExchange build() {
    Route route = Route.of(path).orElseThrow();
    return new RegistryExchange(
        began, method, route, query, status, request.build(), answer.build());
  }
}
