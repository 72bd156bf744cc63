package io.niaga.store;

import java.nio.file.Path;

/**
 * A running store that MongoDB drivers can talk to on 127.0.0.1.
 *
 * <p>What it answered or let be read on a file survives a killed process ({@code kill -9}); a power cut may take the last
 * second. A write to one document, its guard included, is atomic; there are no transactions over several. In memory nothing
 * outlives {@link #close}. Any number of stores can run in one process, one per file.
 */
public final class EmbeddedStore implements AutoCloseable {
    private final StoreBackend backend;
    private final WireServer server;

    private EmbeddedStore(StoreBackend backend, WireServer server) {
        this.backend = backend;
        this.server = server;
    }

    /** Starts an empty store on a free port; the usual one for tests, ready in milliseconds. */
    public static EmbeddedStore inMemory() {
        return start(StoreSettings.inMemory());
    }

    /**
     * Starts a store on a file, which is made when it is not there; its log lies beside it.
     *
     * @param port 0 takes a free one
     */
    public static EmbeddedStore onFile(Path file, int port) {
        return start(StoreSettings.onFile(file, port));
    }

    static EmbeddedStore start(StoreSettings settings) {
        StoreBackend backend = StoreBackend.open(settings);
        try {
            return new EmbeddedStore(backend, new WireServer(backend, settings.port(), settings.workers()));
        } catch (RuntimeException e) {
            backend.close();
            throw e;
        }
    }

    public int port() {
        return server.port();
    }

    /** The connection string for a driver, without a database name. */
    public String uri() {
        return "mongodb://127.0.0.1:" + port();
    }

    StoreBackend backend() {
        return backend;
    }

    /** Ends the commands under way; on a file it then makes a last checkpoint and packs the file, for 5 s at most. */
    @Override
    public void close() {
        server.close();
        backend.close();
    }
}
