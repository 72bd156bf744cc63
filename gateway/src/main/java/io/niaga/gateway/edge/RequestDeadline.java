package io.niaga.gateway.edge;

import io.netty.channel.Channel;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;
import io.netty.channel.ChannelPipeline;
import io.netty.handler.codec.http.LastHttpContent;
import java.time.Duration;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import reactor.netty.NettyPipeline;
import reactor.netty.channel.ChannelOperations;

/**
 * Ends a request that was begun and is not there, to its last byte, in time: with 408 while somebody still waits for an answer,
 * then by closing its connection. The server's own time-out begins when the headers are there, ends with the answer, and
 * closes without a word; a sender of one byte a second could hold a connection without end, in the headers or in the body of
 * a request that was refused.
 *
 * <p>Used by one connection, on its event loop.
 */
public final class RequestDeadline {
    private static final String BEGUN = "niaga.request.begun";
    private static final String READ = "niaga.request.read";
    private static final Duration TO_READ_THE_ANSWER = Duration.ofSeconds(1);
    private final Duration limit;
    private @Nullable Future<?> deadline;

    private RequestDeadline(Duration limit) {
        this.limit = limit;
    }

    /** Watches a connection of HTTP/1.1. */
    public static void watch(Channel connection, Duration limit) {
        ChannelPipeline pipeline = connection.pipeline();
        if (pipeline.get(NettyPipeline.HttpCodec) != null) {
            RequestDeadline deadline = new RequestDeadline(limit);
            pipeline.addBefore(NettyPipeline.HttpCodec, BEGUN, deadline.new Begun());
            pipeline.addAfter(NettyPipeline.HttpCodec, READ, deadline.new Read());
        }
    }

    private void watch(ChannelHandlerContext begun) {
        deadline = begun.executor().schedule(() -> late(begun), limit.toMillis(), TimeUnit.MILLISECONDS);
    }

    private void late(ChannelHandlerContext begun) {
        ChannelOperations<?, ?> request = ChannelOperations.get(begun.channel());
        ChannelHandlerContext read = begun.pipeline().context(READ);
        if (request == null || request.isInboundCancelled() || read == null) {
            close(begun);
            return;
        }
        deadline = begun.executor().schedule(() -> close(begun), TO_READ_THE_ANSWER.toMillis(), TimeUnit.MILLISECONDS);
        read.fireExceptionCaught(EdgeProblem.REQUEST_TOO_SLOW.now());
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
            if (deadline == null) {
                watch(context);
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
            if (part instanceof LastHttpContent) {
                stop();
            }
            context.fireChannelRead(part);
        }
    }
}
