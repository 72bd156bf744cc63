package io.niaga.store;

import java.time.Duration;
import org.h2.mvstore.MVStore;

/**
 * Looks after a store's file: checkpoints when the log is long or old, sparse chunks rewritten while it is busy, and when
 * nothing was written for a second the file packed step by step until nothing more is won.
 */
final class Housekeeping implements Keeper.Chore {
    private static final long IDLE_MILLIS = 1000;
    private static final long STEP_MILLIS = 200;
    /** Steps in a row that won nothing: longer than dead chunks are retained. */
    private static final int QUIET_STEPS = 8;

    private static final int BUSY_MEGABYTES = 4;
    private static final int IDLE_PERCENT = 80;
    private static final int IDLE_MEGABYTES = 8;
    private static final int MOVED_MEGABYTES = 32;

    private final MVStore store;
    private final Checkpoints checkpoints;
    private final RedoLog log;
    private final StoreSettings settings;
    private long lastCheckpoint = System.currentTimeMillis();
    private long lastStep = lastCheckpoint;
    private long lastForce = lastCheckpoint;
    /** The last write after which the file was packed to the end. */
    private long packedAfter;

    private int quiet;

    Housekeeping(MVStore store, Checkpoints checkpoints, RedoLog log, StoreSettings settings) {
        this.store = store;
        this.checkpoints = checkpoints;
        this.log = log;
        this.settings = settings;
    }

    @Override
    public void tend(long now) {
        boolean idle = checkpoints.millisSinceWrite() >= IDLE_MILLIS;
        if (checkpointDue(now, idle)) {
            lastCheckpoint = now;
            lastStep = now;
            checkpoints.take();
            if (!idle) {
                rewrite(settings.pages().compactBelowPercent(), BUSY_MEGABYTES);
            }
        } else if (idle && now - lastStep >= STEP_MILLIS) {
            lastStep = now;
            packFurther(checkpoints.lastWriteMillis());
        }
        if (now - lastForce >= settings.log().forceEvery().toMillis()) {
            lastForce = now;
            log.forceWritten();
        }
    }

    private boolean checkpointDue(long now, boolean idle) {
        long bytes = log.newestBytes();
        long age = now - lastCheckpoint;
        return bytes >= settings.log().checkpointBytes()
                || (bytes > 0
                        && (idle || age >= settings.log().checkpointEvery().toMillis()));
    }

    private void packFurther(long lastWrite) {
        if (settings.pages().compactBelowPercent() == 0 || packedAfter == lastWrite) {
            return;
        }
        long before = StoreFile.bytes(store);
        boolean more = rewrite(IDLE_PERCENT, IDLE_MEGABYTES);
        checkpoints.whileNobodyWrites(() -> StoreFile.moveToFront(store, MOVED_MEGABYTES));
        quiet = more || StoreFile.bytes(store) < before ? 0 : quiet + 1;
        if (quiet > QUIET_STEPS) {
            quiet = 0;
            packedAfter = lastWrite;
        }
    }

    private boolean rewrite(int belowPercent, int megabytes) {
        return belowPercent > 0
                && checkpoints.whileNobodyCommits(() -> StoreFile.rewriteSparse(store, belowPercent, megabytes));
    }

    /** The last care before the store closes. */
    void finish() {
        checkpoints.take();
        if (settings.pages().compactBelowPercent() > 0) {
            StoreFile.pack(store, checkpoints::touch, Duration.ofSeconds(5));
        }
    }
}
