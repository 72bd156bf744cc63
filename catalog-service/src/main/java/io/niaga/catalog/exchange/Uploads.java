package io.niaga.catalog.exchange;

import java.io.InputStream;
import java.time.Instant;

/** Where files are kept until they are imported; in pieces, so that their size does not matter to memory. */
public interface Uploads {
    /** What was kept: its size in bytes, and the SHA-256 of its content in hex. */
    record Kept(long bytes, String sha256) {}

    Kept keep(String upload, InputStream content, Instant now);

    InputStream open(String upload);

    void remove(String upload);

    /** Removes what was kept before then. */
    void removeOlder(Instant than);
}
