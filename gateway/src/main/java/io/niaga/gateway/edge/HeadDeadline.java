package io.niaga.gateway.edge;

import io.netty.buffer.ByteBuf;
import io.netty.channel.Channel;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;
import io.netty.channel.ChannelPipeline;
import io.netty.handler.codec.http.HttpRequest;
import io.netty.handler.codec.http.LastHttpContent;
import java.time.Duration;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import reactor.netty.NettyPipeline;

/**
 * Closes a connection on which a request's line and headers were begun and not finished in time. The server's own time-outs
 * begin when the headers are there, so without this a sender of one byte a second would be waited for without end.
 *
 * <p>Used by one connection, on its event loop.
 */
public final class HeadDeadline {
    private final Duration limit;
    private @Nullable Future<?> deadline;
    private boolean inRequest;

    private HeadDeadline(Duration limit) {
        this.limit = limit;
    }

    /** Watches a connection of HTTP/1.1. */
    public static void watch(Channel connection, Duration limit) {
        ChannelPipeline pipeline = connection.pipeline();
        if (pipeline.get(NettyPipeline.HttpCodec) != null) {
            HeadDeadline deadline = new HeadDeadline(limit);
            pipeline.addBefore(NettyPipeline.HttpCodec, "niaga.head.begun", deadline.new Begun());
            pipeline.addAfter(NettyPipeline.HttpCodec, "niaga.head.read", deadline.new Read());
        }
    }

    private void stop() {
        if (deadline != null) {
            deadline.cancel(false);
            deadline = null;
        }
    }

    private static void close(ChannelHandlerContext context) {
        var unused = context.close();
    }

    /** Sees bytes. */
    private final class Begun extends ChannelInboundHandlerAdapter {
        @Override
        public void channelRead(ChannelHandlerContext context, Object bytes) {
            if (!inRequest && deadline == null && bytes instanceof ByteBuf) {
                deadline = context.executor().schedule(() -> close(context), limit.toMillis(), TimeUnit.MILLISECONDS);
            }
            context.fireChannelRead(bytes);
        }

        @Override
        public void channelInactive(ChannelHandlerContext context) {
            stop();
            context.fireChannelInactive();
        }
    }

    /** Sees what the codec made of them. */
    private final class Read extends ChannelInboundHandlerAdapter {
        @Override
        public void channelRead(ChannelHandlerContext context, Object part) {
            if (part instanceof HttpRequest) {
                stop();
                inRequest = true;
            }
            if (part instanceof LastHttpContent) {
                inRequest = false;
            }
            context.fireChannelRead(part);
        }
    }
}
