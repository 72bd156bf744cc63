package io.niaga.catalog.exchange.mongo;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.Indexes;
import io.niaga.catalog.exchange.Uploads;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.Date;
import java.util.HexFormat;
import org.bson.Document;
import org.bson.types.Binary;
import org.springframework.data.mongodb.core.MongoTemplate;

/** Uploads as chunks of a quarter mebibyte, {@code _id} = {@code upload/number}; an empty one ends the file. */
public final class MongoUploads implements Uploads {
    static final String LAST = "last";
    private static final int CHUNK = 1 << 18;
    private static final String AT = "at";
    private static final String UPLOAD = "upload";

    private final MongoCollection<Document> chunks;

    public MongoUploads(MongoTemplate mongo) {
        this.chunks = mongo.getDb().getCollection("importChunks");
        chunks.createIndex(Indexes.ascending(UPLOAD));
        chunks.createIndex(Indexes.ascending(AT));
    }

    static String id(String upload, int number) {
        return upload + "/" + number;
    }

    @Override
    public Kept keep(String upload, InputStream content, Instant now) {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            long bytes = 0;
            int number = 0;
            byte[] chunk = content.readNBytes(CHUNK);
            while (chunk.length > 0) {
                digest.update(chunk);
                bytes += chunk.length;
                chunks.insertOne(chunk(upload, number++, chunk, now));
                chunk = content.readNBytes(CHUNK);
            }
            chunks.insertOne(chunk(upload, number, chunk, now).append(LAST, true));
            return new Kept(bytes, HexFormat.of().formatHex(digest.digest()));
        } catch (IOException failed) {
            remove(upload);
            throw new UncheckedIOException(failed);
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("every JDK has SHA-256", impossible);
        } catch (RuntimeException refused) {
            remove(upload);
            throw refused;
        }
    }

    private static Document chunk(String upload, int number, byte[] bytes, Instant now) {
        return new Document("_id", id(upload, number))
                .append(UPLOAD, upload)
                .append(AT, Date.from(now))
                .append("bytes", new Binary(bytes));
    }

    @Override
    public InputStream open(String upload) {
        return new ChunkStream(chunks, upload);
    }

    @Override
    public void remove(String upload) {
        chunks.deleteMany(Filters.eq(UPLOAD, upload));
    }

    @Override
    public void removeOlder(Instant than) {
        chunks.deleteMany(Filters.lt(AT, Date.from(than)));
    }
}
