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
    /** The last write before the packing that goes on or is over. */
    private long packingAfter;

    private PackingProgress packing = new PackingProgress();

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
        if (packingAfter != lastWrite) {
            packingAfter = lastWrite;
            packing = new PackingProgress();
        }
        if (settings.pages().compactBelowPercent() == 0 || packing.over()) {
            return;
        }
        boolean rewrote = rewrite(IDLE_PERCENT, IDLE_MEGABYTES);
        checkpoints.whileNobodyWrites(() -> StoreFile.moveToFront(store, MOVED_MEGABYTES));
        packing.step(StoreFile.bytes(store), rewrote);
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
