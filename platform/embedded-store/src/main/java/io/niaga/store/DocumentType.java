package io.niaga.store;

import de.bwaldvogel.mongo.bson.Document;
import io.netty.buffer.ByteBuf;
import java.nio.ByteBuffer;
import org.h2.mvstore.WriteBuffer;
import org.h2.mvstore.type.BasicDataType;

/** Documents as BSON. Their memory is taken for the average of what was written lately: an estimate the cache can live with. */
final class DocumentType extends BasicDataType<Document> {
    private static final int WEIGHT = 16;

    private volatile int averageBytes = 1024;

    @Override
    public int getMemory(Document document) {
        return averageBytes;
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
