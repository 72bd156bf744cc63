package io.niaga.store;

import de.bwaldvogel.mongo.wire.*;
import de.bwaldvogel.mongo.wire.message.*;
import io.netty.bootstrap.ServerBootstrap;
import io.netty.buffer.ByteBuf;
import io.netty.channel.*;
import io.netty.channel.group.*;
import io.netty.channel.nio.NioIoHandler;
import io.netty.channel.socket.nio.NioServerSocketChannel;
import io.netty.util.concurrent.DefaultThreadFactory;
import java.net.InetSocketAddress;
import java.nio.file.Path;
import java.util.*;
import java.util.concurrent.*;

/** The library's MongoServer, but for unacknowledged writes and daemon threads; its port is open when start returns. */
public final class EmbeddedStore implements AutoCloseable {
    private static final int OP_MSG = 2013, MORE_TO_COME = 2;

    final StoreBackend backend;
    private final EventLoopGroup boss, workers;
    private final ChannelGroup clients;
    private final Channel listening;

    private EmbeddedStore(StoreBackend backend, int port, int threads) {
        this.backend = backend;
        boss = new MultiThreadIoEventLoopGroup(
                1, new DefaultThreadFactory("embstore-accept", true), NioIoHandler.newFactory());
        workers = new MultiThreadIoEventLoopGroup(
                threads, new DefaultThreadFactory("embstore-worker", true), NioIoHandler.newFactory());
        clients = new DefaultChannelGroup(workers.next());
        try {
            listening = new ServerBootstrap()
                    .group(boss, workers)
                    .channel(NioServerSocketChannel.class)
                    .option(ChannelOption.SO_BACKLOG, 100)
                    .childOption(ChannelOption.TCP_NODELAY, true)
                    .childHandler(new ChannelInitializer<Channel>() {
                        @Override
                        public void initChannel(Channel c) {
                            Set<Integer> silent = ConcurrentHashMap.newKeySet();
                            c.pipeline()
                                    .addLast(
                                            new MongoWireReplyEncoder(),
                                            new MongoWireMessageEncoder(),
                                            new Silencer(silent),
                                            new Protocol(silent),
                                            new MongoDatabaseHandler(backend, clients),
                                            new MongoExceptionHandler());
                        }
                    })
                    .bind(new InetSocketAddress("127.0.0.1", port))
                    .syncUninterruptibly()
                    .channel();
        } catch (RuntimeException e) {
            boss.shutdownGracefully(0, 1, TimeUnit.SECONDS);
            workers.shutdownGracefully(0, 1, TimeUnit.SECONDS);
            throw e;
        }
    }

    /** A store of this process: empty, on a free port, without a file; it is gone when closed. */
    public static EmbeddedStore inMemory() {
        return start(null, 0);
    }

    /** A store on a file, with its log beside it. Port 0 takes a free one. */
    public static EmbeddedStore onFile(Path file, int port) {
        return start(file.toString(), port);
    }

    static EmbeddedStore start(String file, int port) {
        StoreBackend backend = new StoreBackend(file);
        try {
            return new EmbeddedStore(backend, port, Integer.getInteger("workers", file == null ? 16 : 64));
        } catch (RuntimeException e) {
            backend.close();
            throw e;
        }
    }

    public int port() {
        return ((InetSocketAddress) listening.localAddress()).getPort();
    }

    public String uri() {
        return "mongodb://127.0.0.1:" + port();
    }

    /** Ends the commands under way, then writes a last checkpoint. */
    @Override
    public void close() {
        listening.close().syncUninterruptibly();
        clients.close().syncUninterruptibly();
        boss.shutdownGracefully(0, 5, TimeUnit.SECONDS);
        workers.shutdownGracefully(0, 5, TimeUnit.SECONDS);
        boss.terminationFuture().syncUninterruptibly();
        workers.terminationFuture().syncUninterruptibly();
        backend.close();
    }

    /** The library refuses the flag of a request that wants no reply (w:0). */
    private static final class Protocol extends MongoWireProtocolHandler {
        private final Set<Integer> silent;

        Protocol(Set<Integer> silent) {
            this.silent = silent;
        }

        @Override
        protected ClientRequest decode(ChannelHandlerContext ctx, ByteBuf in) throws Exception {
            int at = in.readerIndex();
            if (in.readableBytes() >= 20
                    && in.readableBytes() >= in.getIntLE(at)
                    && in.getIntLE(at + 12) == OP_MSG
                    && (in.getIntLE(at + 16) & MORE_TO_COME) != 0) {
                silent.add(in.getIntLE(at + 4));
                in.setIntLE(at + 16, in.getIntLE(at + 16) & ~MORE_TO_COME);
            }
            return super.decode(ctx, in);
        }
    }

    private static final class Silencer extends ChannelOutboundHandlerAdapter {
        private final Set<Integer> silent;

        Silencer(Set<Integer> silent) {
            this.silent = silent;
        }

        @Override
        public void write(ChannelHandlerContext ctx, Object reply, ChannelPromise promise) throws Exception {
            if (reply instanceof MongoMessage m && silent.remove(m.getHeader().getResponseTo())) promise.setSuccess();
            else super.write(ctx, reply, promise);
        }
    }
}
