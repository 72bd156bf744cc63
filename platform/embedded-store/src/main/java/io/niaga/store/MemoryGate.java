package io.niaga.store;

import java.util.concurrent.locks.ReadWriteLock;
import java.util.concurrent.locks.ReentrantReadWriteLock;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** In memory nothing is safe from a kill, and nothing has to be waited for. */
final class MemoryGate implements WriteGate {
    private final ReadWriteLock gate = new ReentrantReadWriteLock();

    @Override
    public <T extends @Nullable Object> T shared(Supplier<T> write) {
        gate.readLock().lock();
        try {
            return write.get();
        } finally {
            gate.readLock().unlock();
        }
    }

    @Override
    public void alone(Runnable change) {
        gate.writeLock().lock();
        try {
            change.run();
        } finally {
            gate.writeLock().unlock();
        }
    }

    @Override
    public void settle() {}
}
