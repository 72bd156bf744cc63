package io.niaga.store;

import de.bwaldvogel.mongo.bson.Document;
import io.netty.buffer.ByteBuf;
import java.nio.ByteBuffer;
import org.h2.mvstore.WriteBuffer;
import org.h2.mvstore.type.BasicDataType;

/** Documents as BSON. Their memory is estimated from the average of what was written lately. */
final class DocumentType extends BasicDataType<Document> {
    private static final int WEIGHT = 16;
    /** In memory, with its map entries, names and strings, a document takes about four times its bytes as written. */
    static final int MEMORY_PER_BYTE = 4;

    private volatile int averageBytes = 1024;

    @Override
    public int getMemory(Document document) {
        return averageBytes * MEMORY_PER_BYTE;
    }

    @Override
    public void write(WriteBuffer to, Document document) {
        ByteBuf bson = Bson.encode(document);
        int average = averageBytes;
        averageBytes = average + (bson.writerIndex() - average) / WEIGHT;
        to.putVarInt(bson.writerIndex()).put(ByteBuffer.wrap(bson.array(), 0, bson.writerIndex()));
    }

    @Override
    public Document read(ByteBuffer from) {
        return Bson.decode(KeyType.readBytes(from));
    }

    @Override
    public Document[] createStorage(int size) {
        return new Document[size];
    }
}
