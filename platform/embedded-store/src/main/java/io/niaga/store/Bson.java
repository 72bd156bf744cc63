package io.niaga.store;

import de.bwaldvogel.mongo.backend.Missing;
import de.bwaldvogel.mongo.bson.BinData;
import de.bwaldvogel.mongo.bson.BsonRegularExpression;
import de.bwaldvogel.mongo.bson.Document;
import de.bwaldvogel.mongo.wire.bson.BsonDecoder;
import de.bwaldvogel.mongo.wire.bson.BsonEncoder;
import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import java.util.Collection;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Documents as BSON bytes. */
final class Bson {
    private static final int USUAL = 4096;
    private static final int KEPT_AT_MOST = 1 << 20;
    private static final ThreadLocal<ByteBuf> SCRATCH = ThreadLocal.withInitial(() -> Unpooled.buffer(USUAL));

    private Bson() {}

    /** The document in a heap buffer of this thread, from 0 to its writer index; the next call overwrites it. */
    static ByteBuf encode(Map<String, ?> document) {
        ByteBuf scratch = SCRATCH.get();
        if (scratch.capacity() > KEPT_AT_MOST) {
            scratch = Unpooled.buffer(USUAL);
            SCRATCH.set(scratch);
        }
        BsonEncoder.encodeDocument(document, scratch.clear());
        return scratch;
    }

    /** A value alone, in a buffer of its own. */
    static ByteBuf encodeValue(Object value) {
        ByteBuf buffer = Unpooled.buffer();
        BsonEncoder.encodeDocument(new Document("", value instanceof Missing ? null : value), buffer);
        return buffer;
    }

    static Document decode(byte[] bson) {
        return BsonDecoder.decodeBson(Unpooled.wrappedBuffer(bson));
    }

    /** The inverse of {@link #encodeValue}. */
    static Object decodeValue(byte[] bson) {
        return Missing.ofNullable(decode(bson).get(""));
    }

    /** At least the size as BSON in bytes, reckoned without encoding. */
    static long sizeAtMost(@Nullable Object value) {
        long size = 16;
        switch (value) {
            case Map<?, ?> document -> {
                for (var field : document.entrySet()) {
                    size += 3L * ((String) field.getKey()).length() + sizeAtMost(field.getValue());
                }
            }
            case Collection<?> list -> {
                for (Object element : list) {
                    size += 8 + sizeAtMost(element);
                }
            }
            case String text -> size += 3L * text.length();
            case BinData data -> size += data.getData().length;
            case BsonRegularExpression regex -> size += 3L * regex.getPattern().length() + 16;
            case null, default -> {}
        }
        return size;
    }
}
