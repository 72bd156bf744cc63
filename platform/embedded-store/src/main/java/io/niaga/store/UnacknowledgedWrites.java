package io.niaga.store;

import de.bwaldvogel.mongo.wire.MongoWireProtocolHandler;
import de.bwaldvogel.mongo.wire.message.ClientRequest;
import de.bwaldvogel.mongo.wire.message.MongoMessage;
import io.netty.buffer.ByteBuf;
import io.netty.channel.ChannelHandler;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelOutboundHandlerAdapter;
import io.netty.channel.ChannelPromise;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** Requests of one connection that want no reply (write concern 0): the library refuses their flag, so it is taken off them. */
final class UnacknowledgedWrites {
    private static final int OP_MSG = 2013;
    private static final int MORE_TO_COME = 2;
    private static final int LENGTH_AT = 0;
    private static final int REQUEST_AT = 4;
    private static final int OPERATION_AT = 12;
    private static final int FLAGS_AT = 16;
    private static final int HEAD = 20;

    private final Set<Integer> silent = ConcurrentHashMap.newKeySet();

    ChannelHandler decoder() {
        return new MongoWireProtocolHandler() {
            @Override
            protected ClientRequest decode(ChannelHandlerContext context, ByteBuf in) throws Exception {
                noteAndClearFlag(in);
                return super.decode(context, in);
            }
        };
    }

    private void noteAndClearFlag(ByteBuf in) {
        int at = in.readerIndex();
        if (in.readableBytes() < HEAD
                || in.readableBytes() < in.getIntLE(at + LENGTH_AT)
                || in.getIntLE(at + OPERATION_AT) != OP_MSG) {
            return;
        }
        int flags = in.getIntLE(at + FLAGS_AT);
        if ((flags & MORE_TO_COME) != 0) {
            silent.add(in.getIntLE(at + REQUEST_AT));
            in.setIntLE(at + FLAGS_AT, flags & ~MORE_TO_COME);
        }
    }

    ChannelHandler silencer() {
        return new ChannelOutboundHandlerAdapter() {
            @Override
            public void write(ChannelHandlerContext context, Object reply, ChannelPromise promise) throws Exception {
                if (reply instanceof MongoMessage message
                        && silent.remove(message.getHeader().getResponseTo())) {
                    promise.setSuccess();
                } else {
                    super.write(context, reply, promise);
                }
            }
        };
    }
}
