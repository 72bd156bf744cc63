package io.niaga.search.index.lucene;

import io.niaga.search.index.ShopIndex.Progress;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.store.Directory;
import org.apache.lucene.store.FSDirectory;
import org.apache.lucene.store.LockObtainFailedException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Finds out whether what lies in the index's folder can be used, and what its last commit says. */
final class Recovery {
    private static final Logger LOG = LoggerFactory.getLogger(Recovery.class);
    private static final String SCHEMA = "schema";
    private static final String AT = "at";
    private static final String COMPLETE = "complete";
    private static final String OFFSET = "offset/";

    private Recovery() {}

    static Directory directory(Path folder) throws IOException {
        Files.createDirectories(folder);
        return FSDirectory.open(folder);
    }

    /** What the last commit carries; null, and an empty folder, when there is none that can be used. */
    static @Nullable Progress recover(Directory directory) throws IOException {
        try {
            if (!DirectoryReader.indexExists(directory)) {
                sweep(directory);
                return null;
            }
            return sound(directory);
        } catch (LockObtainFailedException inUse) {
            throw inUse;
        } catch (IOException | IllegalArgumentException | IllegalStateException torn) {
            LOG.warn("the index cannot be used and is built anew: {}", torn.toString());
            sweep(directory);
            return null;
        }
    }

    static Map<String, String> commitData(Progress progress) {
        Map<String, String> data = new HashMap<>();
        data.put(SCHEMA, Fields.SCHEMA);
        data.put(AT, progress.at().toString());
        data.put(COMPLETE, Boolean.toString(progress.complete()));
        progress.offsets().forEach((partition, offset) -> data.put(OFFSET + partition, Long.toString(offset)));
        return data;
    }

    private static @Nullable Progress sound(Directory directory) throws IOException {
        try (DirectoryReader reader = DirectoryReader.open(directory)) {
            Map<String, String> data = reader.getIndexCommit().getUserData();
            if (!Fields.SCHEMA.equals(data.get(SCHEMA))) {
                throw new IllegalStateException("its schema is " + data.get(SCHEMA) + ", not " + Fields.SCHEMA);
            }
            for (LeafReaderContext leaf : reader.leaves()) {
                leaf.reader().checkIntegrity();
            }
            return progress(data);
        }
    }

    private static Progress progress(Map<String, String> data) {
        Map<String, Long> offsets = new HashMap<>();
        data.forEach((key, value) -> {
            if (key.startsWith(OFFSET)) {
                offsets.put(key.substring(OFFSET.length()), Long.parseLong(value));
            }
        });
        // Commits of before do not say it.
        boolean complete = !"false".equals(data.get(COMPLETE));
        try {
            return new Progress(offsets, Instant.parse(data.getOrDefault(AT, "")), complete);
        } catch (DateTimeException malformed) {
            throw new IllegalStateException("it does not say when it was committed", malformed);
        }
    }

    private static void sweep(Directory directory) throws IOException {
        for (String file : directory.listAll()) {
            if (!file.equals("write.lock")) {
                directory.deleteFile(file);
            }
        }
    }
}
