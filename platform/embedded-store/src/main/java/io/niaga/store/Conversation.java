package io.niaga.store;

import de.bwaldvogel.mongo.MongoBackend;
import de.bwaldvogel.mongo.bson.Document;
import de.bwaldvogel.mongo.exception.MongoServerError;
import de.bwaldvogel.mongo.exception.MongoServerException;
import de.bwaldvogel.mongo.wire.MongoDatabaseHandler;
import de.bwaldvogel.mongo.wire.message.ClientRequest;
import de.bwaldvogel.mongo.wire.message.MessageHeader;
import de.bwaldvogel.mongo.wire.message.MongoMessage;
import io.netty.channel.ChannelFutureListener;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.group.ChannelGroup;
import java.io.IOException;
import java.util.concurrent.atomic.AtomicInteger;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** One client: a command in, a reply out. Unlike the library's it never logs what is in a command. */
final class Conversation extends MongoDatabaseHandler {
    private static final Logger LOG = LoggerFactory.getLogger(Conversation.class);

    private final MongoBackend backend;
    private final ChannelGroup clients;
    private final AtomicInteger replies = new AtomicInteger();

    Conversation(MongoBackend backend, ChannelGroup clients) {
        super(backend, clients);
        this.backend = backend;
        this.clients = clients;
    }

    @Override
    public void channelActive(ChannelHandlerContext context) {
        clients.add(context.channel());
        LOG.debug("{} connected", context.channel());
        context.fireChannelActive();
    }

    @Override
    public void channelInactive(ChannelHandlerContext context) {
        LOG.debug("{} gone", context.channel());
        clients.remove(context.channel());
        backend.handleClose(context.channel());
        context.fireChannelInactive();
    }

    @Override
    protected void channelRead0(ChannelHandlerContext context, ClientRequest request) {
        if (request instanceof MongoMessage message) {
            MessageHeader header = new MessageHeader(
                    replies.incrementAndGet(), message.getHeader().getRequestID());
            MongoMessage reply = new MongoMessage(context.channel(), header, answer(message));
            context.channel().writeAndFlush(reply).addListener(ChannelFutureListener.CLOSE_ON_FAILURE);
        } else {
            super.channelRead0(context, request); // a handshake of the old kind
        }
    }

    private Document answer(MongoMessage message) {
        try {
            return backend.handleMessage(message);
        } catch (MongoServerException e) {
            LOG.debug("{} refused", command(message), e);
            return refusal(e);
        } catch (RuntimeException e) {
            LOG.error("{} failed", command(message), e);
            return refusal(new MongoServerException("Unknown error: " + e.getMessage(), e));
        }
    }

    private static String command(MongoMessage message) {
        return message.getDocument().keySet().iterator().next();
    }

    private static Document refusal(MongoServerException e) {
        String reason = e.getMessageWithoutErrorCode();
        Document reply = new Document("$err", reason).append("errmsg", reason);
        if (e instanceof MongoServerError error) {
            reply.put("code", error.getCode());
            reply.putIfNotNull("codeName", error.getCodeName());
        }
        return reply.append("ok", 0);
    }

    @Override
    @SuppressWarnings("FutureReturnValueIgnored") // nobody is left to tell
    public void exceptionCaught(ChannelHandlerContext context, Throwable cause) {
        if (cause instanceof IOException) {
            LOG.debug("{} broke off", context.channel(), cause);
        } else {
            LOG.error("{} cannot be served", context.channel(), cause);
        }
        context.close();
    }
}
