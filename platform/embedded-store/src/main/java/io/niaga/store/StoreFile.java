package io.niaga.store;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import org.h2.mvstore.MVStore;
import org.h2.mvstore.RandomAccessStore;
import org.jspecify.annotations.Nullable;

/** The store's file: how it is opened, and how it gives space back. Checkpoints alone decide when it is committed. */
final class StoreFile {
    /** As counted in memory; index pages reach the number of keys first. */
    private static final int PAGE_SPLIT_BYTES = 4096 * DocumentType.MEMORY_PER_BYTE;

    private static final int KEYS_PER_PAGE = 48;
    private static final int MEGABYTE = 1 << 20;
    private static final int DENSE_PERCENT = 95;
    private static final int PACKED_PERCENT = 90;
    private static final int PACKED_MEGABYTES = 16;

    private StoreFile() {}

    static MVStore open(@Nullable Path file, StoreSettings.Pages pages) {
        if (file != null) {
            makeDirectory(file);
        }
        MVStore store = new MVStore.Builder()
                .fileName(file == null ? null : file.toString())
                .autoCommitDisabled()
                .autoCommitBufferSize(0)
                .autoCompactFillRate(0)
                .cacheSize(pages.cacheMegabytes())
                .pageSplitSize(PAGE_SPLIT_BYTES)
                .keysPerPage(KEYS_PER_PAGE)
                .open();
        if (file != null) {
            store.setRetentionTime(Math.toIntExact(pages.retention().toMillis()));
            store.setAutoCommitDelay(
                    Integer.MAX_VALUE); // starts the threads that write pages, but no commit of its own
        }
        return store;
    }

    private static void makeDirectory(Path file) {
        Path directory = file.toAbsolutePath().getParent();
        try {
            if (directory != null) {
                Files.createDirectories(directory);
            }
        } catch (IOException e) {
            throw new UncheckedIOException("no directory " + directory, e);
        }
    }

    /** Rewrites sparse chunks into new ones, which the next commit writes. Returns whether there was one. */
    static boolean rewriteSparse(MVStore store, int belowPercent, int megabytes) {
        return store.compact(belowPercent, megabytes * MEGABYTE);
    }

    /** Moves chunks to the front of the file and cuts its end off. Commits, so no command may be half done. */
    static void moveToFront(MVStore store, int megabytes) {
        if (store.getFileStore() instanceof RandomAccessStore file) {
            store.commit();
            file.compactMoveChunks(DENSE_PERCENT, (long) megabytes * MEGABYTE, store);
        }
    }

    static long bytes(MVStore store) {
        return store.getFileStore() == null ? 0 : store.getFileStore().size();
    }

    /**
     * Packs the file as far as it goes in this time; for a store that is about to close.
     *
     * @param touch gives a commit something to write: without one, dead chunks stay
     */
    static void pack(MVStore store, Runnable touch, Duration atMost) {
        store.setVersionsToKeep(0);
        store.setRetentionTime(0);
        long end = System.nanoTime() + atMost.toNanos();
        PackingProgress progress = new PackingProgress();
        while (!progress.over() && System.nanoTime() < end) {
            boolean rewrote = rewriteSparse(store, PACKED_PERCENT, PACKED_MEGABYTES);
            touch.run();
            moveToFront(store, 4 * PACKED_MEGABYTES);
            progress.step(bytes(store), rewrote);
        }
    }
}
