package io.niaga.store;

import java.io.IOException;
import java.util.concurrent.locks.ReadWriteLock;
import java.util.concurrent.locks.ReentrantLock;
import java.util.concurrent.locks.ReentrantReadWriteLock;
import java.util.function.Supplier;
import org.h2.mvstore.MVMap;
import org.h2.mvstore.MVStore;
import org.jspecify.annotations.Nullable;

/**
 * A store on a file: writes go to the log, checkpoints bring them to the file.
 *
 * <p>Writers share the gate. A checkpoint has it alone only while it switches the log to a new file, notes that file's first
 * sequence in the store and takes the roots of all maps; the pages are written beside new writes, then the older log files go.
 * A change of collections or indexes is not logged: it runs inside a checkpoint's moment alone. When a log or a checkpoint
 * cannot be written, no command is answered until a restart, because memory and file no longer agree.
 */
final class Checkpoints implements WriteGate {
    private static final String FROM = "from";
    /** Share of the heap for pages that are changed and not in the file; the cache and what is in flight have the rest. */
    private static final int UNSAVED_SHARE = 6;

    private final ReadWriteLock gate = new ReentrantReadWriteLock();
    /** Held by whoever changes the store's file; taken before the gate. */
    private final ReentrantLock committing = new ReentrantLock();

    private final MVStore store;
    private final RedoLog log;
    private final long logLimitBytes;
    private final long unsavedLimitBytes = Runtime.getRuntime().maxMemory() / UNSAVED_SHARE;
    private final MVMap<String, Long> position;
    private volatile long lastWriteMillis = System.currentTimeMillis();

    Checkpoints(MVStore store, RedoLog log, long logLimitBytes) {
        this.store = store;
        this.log = log;
        this.logLimitBytes = logLimitBytes;
        this.position = store.openMap("wal");
    }

    /** The sequence of the first frame that is not in the store's file. */
    long firstUnstored() {
        return position.getOrDefault(FROM, 1L);
    }

    @Override
    public <T extends @Nullable Object> T shared(Supplier<T> write) {
        if (isFull()) {
            makeRoom();
        }
        gate.readLock().lock();
        try {
            return write.get();
        } finally {
            gate.readLock().unlock();
            log.flush(); // after an error, too: part of it may be done
            lastWriteMillis = System.currentTimeMillis();
        }
    }

    /** A short log may have changed many pages, each whole in memory until it is in the file. */
    private boolean isFull() {
        return log.bytes() >= logLimitBytes || hasManyUnsaved();
    }

    private boolean hasManyUnsaved() {
        return store.getUnsavedMemory() >= unsavedLimitBytes;
    }

    /** During a replay, which alone runs: the log is still needed from where it was, so its position stays. */
    void spill() {
        if (hasManyUnsaved()) {
            commit(true);
        }
    }

    /** One writer makes the checkpoint, the others wait for it. */
    private void makeRoom() {
        committing.lock();
        try {
            if (isFull()) {
                take();
            }
        } finally {
            committing.unlock();
        }
    }

    @Override
    public void alone(Runnable change) {
        try {
            checkpoint(change);
        } finally {
            lastWriteMillis = System.currentTimeMillis();
        }
    }

    @Override
    public void settle() {
        log.flush();
    }

    /** Brings everything to the file. */
    void take() {
        checkpoint(null);
    }

    /** Runs a change of the file itself while nothing else runs; it does not count as a write. */
    void whileNobodyWrites(Runnable change) {
        checkpoint(change);
    }

    <T> T whileNobodyCommits(Supplier<T> work) {
        committing.lock();
        try {
            return work.get();
        } finally {
            committing.unlock();
        }
    }

    private void checkpoint(@Nullable Runnable change) {
        committing.lock();
        try {
            Mark mark = mark(change);
            awaitInFile(mark);
            if (mark.refusal != null) {
                throw mark.refusal;
            }
        } finally {
            committing.unlock();
        }
    }

    /**
     * What a checkpoint brings to the file.
     *
     * @param from the first sequence after it
     * @param version the store's version that has it all
     * @param refusal why the change that ran in it ended early; part of it may be done
     */
    private record Mark(long from, long version, @Nullable RuntimeException refusal) {}

    private Mark mark(@Nullable Runnable change) {
        gate.writeLock().lock();
        try {
            RuntimeException refusal = change == null ? null : runUnlogged(change);
            long from = log.rotate();
            position.put(FROM, from);
            return new Mark(from, commit(change != null), refusal);
        } catch (RuntimeException | Error e) {
            throw log.failed(e);
        } finally {
            gate.writeLock().unlock();
        }
    }

    private @Nullable RuntimeException runUnlogged(Runnable change) {
        boolean was = log.mute(true);
        try {
            change.run();
            return null;
        } catch (RuntimeException e) {
            return e;
        } finally {
            log.mute(was);
        }
    }

    /** Writes pages here and now, or only takes the roots; gives way while a read that opens a database has the store's lock. */
    private long commit(boolean hereAndNow) {
        while (true) {
            long version = hereAndNow ? store.commit() : store.tryCommit();
            if (version >= 0 || !store.hasUnsavedChanges()) {
                return version;
            }
        }
    }

    private void awaitInFile(Mark mark) {
        try {
            store.executeFilestoreOperation(() -> {}); // waits for the threads that write, throws what went wrong there
            if (store.getFileStore().lastChunkVersion() < mark.version) {
                throw new IllegalStateException("version " + mark.version + " is not in the file");
            }
            store.sync();
            log.keepFrom(mark.from);
        } catch (RuntimeException | IOException e) {
            throw log.failed(e);
        }
    }

    /** Gives the next commit something to write. */
    void touch() {
        position.put(FROM, firstUnstored());
    }

    long millisSinceWrite() {
        return System.currentTimeMillis() - lastWriteMillis;
    }

    /** Changes with every write. */
    long lastWriteMillis() {
        return lastWriteMillis;
    }
}
