package dev.registrynotifications.comparison.receiver;

import io.netty.bootstrap.ServerBootstrap;
import io.netty.channel.Channel;
import io.netty.channel.ChannelFuture;
import io.netty.channel.ChannelInitializer;
import io.netty.channel.ChannelOption;
import io.netty.channel.EventLoopGroup;
import io.netty.channel.MultiThreadIoEventLoopGroup;
import io.netty.channel.group.ChannelGroup;
import io.netty.channel.group.DefaultChannelGroup;
import io.netty.channel.nio.NioIoHandler;
import io.netty.channel.socket.nio.NioServerSocketChannel;
import io.netty.handler.codec.http.HttpObjectAggregator;
import io.netty.handler.codec.http.HttpServerCodec;
import io.netty.handler.codec.http.HttpServerKeepAliveHandler;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;

/**
 * Listens on a port, or doesn't, with one thread for all that comes: with two processes on two
 * cores, more would only take turns. Rejected: blocking sockets with a thread for each, whose
 * switches cost more than the work. Confined to one thread.
 */
final class Receiver implements AutoCloseable {

  private static final Duration TO_BIND = Duration.ofSeconds(20);
  private static final Duration BETWEEN_TRIES = Duration.ofMillis(200);
  private static final int CONNECTIONS_TO_ACCEPT = 4096;
  private static final int MAX_BODY_BYTES = 16 * 1024 * 1024;

  private final EventLoopGroup loop = new MultiThreadIoEventLoopGroup(1, NioIoHandler.newFactory());
  private final ChannelGroup channels = new DefaultChannelGroup(loop.next());
  private Received received = new Received(false);

  /**
   * Counts anew, and lets connections in.
   *
   * @param port 0 for any that is free
   * @return the port
   */
  int listen(int port, Behaviour behaviour) throws InterruptedException {
    Received fresh = new Received(behaviour.remembering());
    Channel server =
        bind(
            new ServerBootstrap()
                .group(loop)
                .channel(NioServerSocketChannel.class)
                .option(ChannelOption.SO_BACKLOG, CONNECTIONS_TO_ACCEPT)
                .childOption(ChannelOption.TCP_NODELAY, true)
                .childHandler(handlers(behaviour, fresh)),
            port);
    channels.add(server);
    received = fresh;
    return ((InetSocketAddress) server.localAddress()).getPort();
  }

  /** Refuses connections from now on, and closes those that there are. */
  void refuse() throws InterruptedException {
    channels.close().sync();
  }

  Tally tally() throws InterruptedException, ExecutionException {
    return onLoop(Received::tally);
  }

  /** The body that came first. */
  RawBody sample() throws InterruptedException, ExecutionException {
    return onLoop(Received::first);
  }

  @Override
  public void close() {
    Future<?> unused = loop.shutdownGracefully();
  }

  /**
   * A connection of somebody's may have the port, for a moment: it is one of the ephemeral ones.
   */
  private static Channel bind(ServerBootstrap server, int port) throws InterruptedException {
    long deadline = System.nanoTime() + TO_BIND.toNanos();
    ChannelFuture bound = server.bind(InetAddress.getLoopbackAddress(), port).await();
    while (!bound.isSuccess() && System.nanoTime() - deadline < 0) {
      TimeUnit.MILLISECONDS.sleep(BETWEEN_TRIES.toMillis());
      bound = server.bind(InetAddress.getLoopbackAddress(), port).await();
    }
    return bound.sync().channel();
  }

  private <T> T onLoop(Function<Received, T> question)
      throws InterruptedException, ExecutionException {
    Received asked = received;
    return loop.submit(() -> question.apply(asked)).get();
  }

  private ChannelInitializer<Channel> handlers(Behaviour behaviour, Received received) {
    return new ChannelInitializer<>() {
      @Override
      protected void initChannel(Channel connection) {
        channels.add(connection);
        connection
            .pipeline()
            .addLast(
                new HttpServerCodec(),
                new HttpServerKeepAliveHandler(),
                new HttpObjectAggregator(MAX_BODY_BYTES),
                new AnsweringHandler(behaviour, received));
      }
    };
  }
}
