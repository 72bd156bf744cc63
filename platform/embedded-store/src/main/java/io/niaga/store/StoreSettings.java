package io.niaga.store;

import java.nio.file.Path;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * Everything a store can be told; refuses values it could not work with.
 *
 * @param file the store's file, or null for a store in memory
 * @param port on 127.0.0.1; 0 takes a free one
 * @param workers threads that serve connections
 * @param cursorIdle how long a cursor waits for its client
 * @param log how far the redo log may run ahead of the file
 * @param pages how the file is cached and packed
 */
record StoreSettings(@Nullable Path file, int port, int workers, Duration cursorIdle, Log log, Pages pages) {
    private static final int MEGABYTE = 1 << 20;

    StoreSettings {
        require(port >= 0 && port <= 65_535, "port must be 0 to 65535");
        require(workers >= 1, "workers must be at least 1");
        require(cursorIdle.isPositive(), "cursor-idle must be positive");
    }

    static StoreSettings inMemory() {
        return new StoreSettings(null, 0, 16, Duration.ofMinutes(10), Log.standard(), Pages.standard());
    }

    static StoreSettings onFile(Path file, int port) {
        return new StoreSettings(file, port, 64, Duration.ofMinutes(10), Log.standard(), Pages.standard());
    }

    StoreSettings withLog(Log changed) {
        return new StoreSettings(file, port, workers, cursorIdle, changed, pages);
    }

    StoreSettings withCursorIdle(Duration changed) {
        return new StoreSettings(file, port, workers, changed, log, pages);
    }

    /**
     * The redo log.
     *
     * @param checkpointBytes a checkpoint is made when the newest log file has this size
     * @param checkpointEvery or when the last checkpoint is this old and something was written
     * @param limitBytes writers wait for a checkpoint while all log files together have this size; each connection's one
     *     command may go beyond it
     * @param forced whether a command is answered only after its log is on the disk: survives a power cut, not only a kill
     * @param forceEvery how often the log goes to the disk when it is not forced
     */
    record Log(long checkpointBytes, Duration checkpointEvery, long limitBytes, boolean forced, Duration forceEvery) {
        Log {
            require(checkpointBytes > 0 && limitBytes > 0, "sizes of the log must be positive");
            require(checkpointEvery.isPositive() && forceEvery.isPositive(), "periods of the log must be positive");
        }

        static Log standard() {
            long checkpoint = Math.clamp(heapMegabytes() / 16, 4, 32) * 1_000_000L;
            return new Log(checkpoint, Duration.ofSeconds(5), 256_000_000L, false, Duration.ofSeconds(1));
        }
    }

    /**
     * The store's file.
     *
     * @param cacheMegabytes pages kept in memory
     * @param compactBelowPercent chunks filled less than this are rewritten while the store is busy; 0: never packed at all
     * @param retention how long a chunk that nobody needs stays in the file
     */
    record Pages(int cacheMegabytes, int compactBelowPercent, Duration retention) {
        Pages {
            require(cacheMegabytes >= 1, "cache must be at least 1 MB");
            require(compactBelowPercent >= 0 && compactBelowPercent <= 95, "compact-below-percent must be 0 to 95");
            require(!retention.isNegative(), "retention must not be negative");
        }

        static Pages standard() {
            return new Pages(Math.clamp(heapMegabytes() / 4, 4, 64), 60, Duration.ofSeconds(1));
        }
    }

    private static int heapMegabytes() {
        return (int) Math.min(Runtime.getRuntime().maxMemory() / MEGABYTE, MEGABYTE);
    }

    private static void require(boolean holds, String rule) {
        if (!holds) {
            throw new IllegalArgumentException(rule);
        }
    }
}
