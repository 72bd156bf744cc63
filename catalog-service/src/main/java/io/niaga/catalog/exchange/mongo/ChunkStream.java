package io.niaga.catalog.exchange.mongo;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.Filters;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import org.bson.Document;
import org.bson.types.Binary;

/** Reads an upload chunk by chunk; one chunk in memory. */
final class ChunkStream extends InputStream {
    private final MongoCollection<Document> chunks;
    private final String upload;
    private ByteArrayInputStream chunk = new ByteArrayInputStream(new byte[0]);
    private int next;
    private boolean ended;

    ChunkStream(MongoCollection<Document> chunks, String upload) {
        this.chunks = chunks;
        this.upload = upload;
    }

    @Override
    public int read() throws IOException {
        return more() ? chunk.read() : -1;
    }

    @Override
    public int read(byte[] into, int offset, int length) throws IOException {
        if (length == 0) {
            return 0;
        }
        return more() ? chunk.read(into, offset, length) : -1;
    }

    private boolean more() throws IOException {
        while (!ended && chunk.available() == 0) {
            Document found = chunks.find(Filters.eq("_id", MongoUploads.id(upload, next)))
                    .first();
            if (found == null) {
                throw new IOException("the upload " + upload + " has no chunk " + next);
            }
            next++;
            ended = found.getBoolean(MongoUploads.LAST, false)
                    && found.get("bytes", Binary.class).length() == 0;
            chunk = new ByteArrayInputStream(found.get("bytes", Binary.class).getData());
        }
        return !ended;
    }
}
