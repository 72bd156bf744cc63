package io.niaga.store;

import de.bwaldvogel.mongo.MongoBackend;
import de.bwaldvogel.mongo.wire.MongoWireMessageEncoder;
import de.bwaldvogel.mongo.wire.MongoWireReplyEncoder;
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
import io.netty.util.concurrent.DefaultThreadFactory;
import io.netty.util.concurrent.Future;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.concurrent.TimeUnit;

/** Listens on 127.0.0.1 and hands commands to the backend; each connection has one thread. The port is open once constructed. */
final class WireServer implements AutoCloseable {
    private static final int BACKLOG = 100;
    private static final long END_SECONDS = 5;

    private final MongoBackend backend;
    private final EventLoopGroup acceptor;
    private final EventLoopGroup workers;
    private final ChannelGroup clients;
    private final Channel listening;

    WireServer(MongoBackend backend, int port, int threads) {
        this.backend = backend;
        acceptor = loops(1, "store-accept");
        workers = loops(threads, "store-worker");
        clients = new DefaultChannelGroup(workers.next());
        try {
            listening = listen(port);
        } catch (RuntimeException e) {
            endLoops();
            throw e;
        }
    }

    private static EventLoopGroup loops(int threads, String name) {
        return new MultiThreadIoEventLoopGroup(
                threads, new DefaultThreadFactory(name, true), NioIoHandler.newFactory());
    }

    private Channel listen(int port) {
        ServerBootstrap server = new ServerBootstrap()
                .group(acceptor, workers)
                .channel(NioServerSocketChannel.class)
                .option(ChannelOption.SO_BACKLOG, BACKLOG)
                .childOption(ChannelOption.TCP_NODELAY, true)
                .childHandler(new ChannelInitializer<Channel>() {
                    @Override
                    protected void initChannel(Channel channel) {
                        UnacknowledgedWrites unacknowledged = new UnacknowledgedWrites();
                        channel.pipeline()
                                .addLast(new MongoWireReplyEncoder(), new MongoWireMessageEncoder())
                                .addLast(unacknowledged.silencer(), unacknowledged.decoder())
                                .addLast(new Conversation(backend, clients));
                    }
                });
        ChannelFuture bound = server.bind(new InetSocketAddress(InetAddress.ofLiteral("127.0.0.1"), port))
                .awaitUninterruptibly();
        if (!bound.isSuccess()) {
            throw new IllegalStateException("port " + port + " cannot be opened", bound.cause());
        }
        return bound.channel();
    }

    int port() {
        return ((InetSocketAddress) listening.localAddress()).getPort();
    }

    /** Ends the commands under way. */
    @Override
    public void close() {
        listening.close().syncUninterruptibly();
        clients.close().syncUninterruptibly();
        endLoops();
    }

    private void endLoops() {
        Future<?> accepting = acceptor.shutdownGracefully(0, END_SECONDS, TimeUnit.SECONDS);
        Future<?> working = workers.shutdownGracefully(0, END_SECONDS, TimeUnit.SECONDS);
        accepting.syncUninterruptibly();
        working.syncUninterruptibly();
    }
}
