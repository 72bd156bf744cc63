package io.niaga.store;

import de.bwaldvogel.mongo.bson.Document;
import io.netty.buffer.ByteBuf;
import java.nio.ByteBuffer;
import org.h2.mvstore.WriteBuffer;
import org.h2.mvstore.type.BasicDataType;

/**
 * Documents as BSON. Their memory is estimated from the average of what was read and written lately: a store that was opened
 * again would else take what it only reads for small, and cache more than its heap holds.
 */
final class DocumentType extends BasicDataType<Document> {
    private static final int WEIGHT = 16;
    /**
     * In memory, with its map entries, names and strings, a document takes so many times its bytes as written: measured 5.6
     * (orders), 5.9 (quotes), 6.3 (products), 7 (carts). Counted too low, cache and unsaved pages together outgrow the heap.
     */
    static final int MEMORY_PER_BYTE = 6;

    private volatile int averageBytes = 1024;

    @Override
    public int getMemory(Document document) {
        return averageBytes * MEMORY_PER_BYTE;
    }

    @Override
    public void write(WriteBuffer to, Document document) {
        ByteBuf bson = Bson.encode(document);
        sawBytes(bson.writerIndex());
        to.putVarInt(bson.writerIndex()).put(ByteBuffer.wrap(bson.array(), 0, bson.writerIndex()));
    }

    @Override
    public Document read(ByteBuffer from) {
        byte[] bson = KeyType.readBytes(from);
        sawBytes(bson.length);
        return Bson.decode(bson);
    }

    private void sawBytes(int bytes) {
        int average = averageBytes;
        averageBytes = average + (bytes - average) / WEIGHT;
    }

    @Override
    public Document[] createStorage(int size) {
        return new Document[size];
    }
}
