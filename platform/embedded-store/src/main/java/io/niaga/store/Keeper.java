package io.niaga.store;

import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The thread that looks after a store, twenty times a second. Chores are quick when there is nothing to do. */
final class Keeper implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Keeper.class);
    private static final long PERIOD_MILLIS = 50;

    /** Something to be looked after. */
    interface Chore {
        void tend(long nowMillis);
    }

    private final List<Chore> chores;
    private final Thread thread;
    private boolean stopping;

    Keeper(List<Chore> chores) {
        this.chores = List.copyOf(chores);
        this.thread = Thread.ofPlatform().daemon().name("store-keeper").start(this::run);
    }

    private void run() {
        while (pause()) {
            for (Chore chore : chores) {
                try {
                    chore.tend(System.currentTimeMillis());
                } catch (RuntimeException e) {
                    LOG.error("the store could not be looked after", e);
                }
            }
        }
    }

    private synchronized boolean pause() {
        long end = System.currentTimeMillis() + PERIOD_MILLIS;
        long left = PERIOD_MILLIS;
        while (!stopping && left > 0) {
            try {
                wait(left);
            } catch (InterruptedException e) {
                return false;
            }
            left = end - System.currentTimeMillis();
        }
        return !stopping;
    }

    /** Returns when the last chore is done. The thread is not interrupted: that would close the file under it. */
    @Override
    public void close() {
        synchronized (this) {
            stopping = true;
            notifyAll();
        }
        try {
            thread.join();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
