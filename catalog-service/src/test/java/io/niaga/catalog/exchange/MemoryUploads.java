package io.niaga.catalog.exchange;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** Files in memory; one that was never kept is empty. */
public final class MemoryUploads implements Uploads {
    private final Map<String, byte[]> files = new ConcurrentHashMap<>();

    public boolean has(String upload) {
        return files.containsKey(upload);
    }

    public int size() {
        return files.size();
    }

    @Override
    public Kept keep(String upload, InputStream content, Instant now) {
        try {
            byte[] bytes = content.readAllBytes();
            files.put(upload, bytes);
            return new Kept(bytes.length, Integer.toHexString(bytes.length));
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
    }

    @Override
    public InputStream open(String upload) {
        return new ByteArrayInputStream(files.getOrDefault(upload, new byte[0]));
    }

    @Override
    public void remove(String upload) {
        files.remove(upload);
    }

    @Override
    public void removeOlder(Instant than) {
        files.clear();
    }
}
