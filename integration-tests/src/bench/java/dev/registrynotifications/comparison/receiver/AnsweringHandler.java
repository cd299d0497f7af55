package dev.registrynotifications.comparison.receiver;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import io.netty.buffer.Unpooled;
import io.netty.channel.ChannelFuture;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.SimpleChannelInboundHandler;
import io.netty.handler.codec.http.DefaultFullHttpResponse;
import io.netty.handler.codec.http.FullHttpRequest;
import io.netty.handler.codec.http.FullHttpResponse;
import io.netty.handler.codec.http.HttpResponseStatus;
import io.netty.handler.codec.http.HttpUtil;
import io.netty.handler.codec.http.HttpVersion;
import java.io.IOException;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;

/** Counts each request of a connection, and answers it. */
final class AnsweringHandler extends SimpleChannelInboundHandler<FullHttpRequest> {

  private final Behaviour behaviour;
  private final Received received;

  AnsweringHandler(Behaviour behaviour, Received received) {
    this.behaviour = behaviour;
    this.received = received;
  }

  @Override
  public void channelActive(ChannelHandlerContext context) {
    received.connection();
  }

  @Override
  protected void channelRead0(ChannelHandlerContext context, FullHttpRequest request) {
    received.request(request.uri(), new RawBody(request.content().toString(ISO_8859_1)));
    if (behaviour.delay().isZero()) {
      answer(context);
    } else {
      Future<?> unused =
          context
              .executor()
              .schedule(() -> answer(context), behaviour.delay().toMillis(), TimeUnit.MILLISECONDS);
    }
  }

  private void answer(ChannelHandlerContext context) {
    FullHttpResponse response =
        new DefaultFullHttpResponse(
            HttpVersion.HTTP_1_1, HttpResponseStatus.OK, Unpooled.EMPTY_BUFFER);
    HttpUtil.setContentLength(response, 0);
    HttpUtil.setKeepAlive(response, !behaviour.closing());
    ChannelFuture unused = context.writeAndFlush(response);
  }

  /** A sender that was killed is no news; anything else is. */
  @Override
  public void exceptionCaught(ChannelHandlerContext context, Throwable cause) {
    if (!(cause instanceof IOException)) {
      System.err.println("the receiver has failed: " + cause);
    }
    ChannelFuture unused = context.close();
  }
}
