package io.niaga.store;

import io.netty.buffer.ByteBuf;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Path;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * The append-only log of changes since the last checkpoint.
 *
 * <p>A change is appended to a buffer before it can be seen; {@link #flush} returns once everything appended before the call
 * is in the file: whoever comes first writes for all. After a failed write the log refuses everything, because what is in
 * memory is then no longer in the file. Threads may append, flush and force at once; {@link #rotate} needs all writers out.
 */
final class RedoLog implements ChangeLog {
    private static final int BUFFER = 1 << 18;

    private final LogFiles files;
    private final boolean forced;
    private final Object forcing = new Object();
    private ByteBuffer buffer = ByteBuffer.allocate(BUFFER).order(ByteOrder.LITTLE_ENDIAN);
    private @Nullable FileOutputStream file;
    private long first;
    /** Bytes in the newest file, and in those before it. */
    private volatile long newest;

    private volatile long older;
    /** Sequences of the last frame that was appended, written to the file, forced to the disk. */
    private volatile long last;

    private volatile long written;
    private volatile long safe;
    private volatile boolean muted = true;
    private volatile @Nullable Throwable failure;

    /** A muted log: it takes frames after {@link #replay}, {@link #rotate} and {@link #mute}(false). */
    RedoLog(Path store, boolean forced) {
        this.files = new LogFiles(store);
        this.forced = forced;
    }

    @Override
    public void append(Change change, byte[] namespace, ByteBuf bson) {
        if (muted) {
            return;
        }
        refuseAfterFailure();
        synchronized (this) {
            int size = LogFrame.sizeOf(namespace, bson.writerIndex());
            makeRoomInBuffer(size);
            ByteBuffer body = ByteBuffer.wrap(bson.array(), 0, bson.writerIndex());
            LogFrame.write(buffer, last + 1, change, namespace, body);
            newest += size;
            last++;
        }
    }

    private void makeRoomInBuffer(int size) {
        if (buffer.remaining() >= size) {
            return;
        }
        write();
        if (buffer.capacity() < size || buffer.capacity() > BUFFER) {
            buffer = ByteBuffer.allocate(Math.max(size, BUFFER)).order(ByteOrder.LITTLE_ENDIAN);
        }
    }

    /** Returns once every frame appended before the call is in the file, and on the disk when the log is forced. */
    void flush() {
        long upTo = last;
        if (written < upTo) {
            synchronized (this) {
                if (written < upTo) {
                    write();
                }
            }
        }
        if (forced) {
            force(upTo);
        }
        refuseAfterFailure();
    }

    private void write() {
        refuseAfterFailure();
        try {
            if (buffer.position() > 0) {
                current().write(buffer.array(), 0, buffer.position());
            }
            buffer.clear();
            written = last;
        } catch (IOException e) {
            throw failed(e);
        }
    }

    /** Brings what is written to the disk: the first thread does it for all that wait. */
    void forceWritten() {
        force(written);
    }

    private void force(long upTo) {
        if (safe >= upTo) {
            return;
        }
        synchronized (forcing) {
            if (safe >= upTo) {
                return;
            }
            long now = written;
            try {
                current().getFD().sync();
            } catch (IOException e) {
                throw failed(e);
            }
            safe = now;
        }
    }

    private FileOutputStream current() {
        FileOutputStream open = file;
        if (open == null) {
            throw new IllegalStateException("the log has no file yet");
        }
        return open;
    }

    @Override
    public void fail(Throwable cause) {
        failure = cause;
    }

    /** As {@link #fail}, with the exception to throw. */
    IllegalStateException failed(Throwable cause) {
        fail(cause);
        return new IllegalStateException("the store cannot be written", cause);
    }

    private void refuseAfterFailure() {
        Throwable cause = failure;
        if (cause != null) {
            throw new IllegalStateException("the store cannot be written", cause);
        }
    }

    /** Bytes in the newest file, those still in the buffer included. */
    long newestBytes() {
        return newest;
    }

    /** Bytes in all files. */
    long bytes() {
        return newest + older;
    }

    /** Returns what it was. */
    boolean mute(boolean on) {
        boolean was = muted;
        muted = on;
        return was;
    }

    /** Switches to a new file unless the current one is empty; returns the sequence of its first frame. */
    synchronized long rotate() {
        try {
            if (file != null) {
                write();
                if (newest == 0) {
                    return first;
                }
            }
            synchronized (forcing) {
                closeFile();
                first = last + 1;
                file = files.create(first);
            }
            if (forced) {
                files.forceDirectory();
            }
            older += newest;
            newest = 0;
            return first;
        } catch (IOException e) {
            throw failed(e);
        }
    }

    private void closeFile() throws IOException {
        if (file == null) {
            return;
        }
        if (forced) {
            file.getFD().sync();
        }
        file.close();
        safe = last;
    }

    /** Deletes the files whose frames all lie before this sequence. */
    void keepFrom(long sequence) throws IOException {
        files.deleteBefore(sequence);
        older = 0;
    }

    /** Applies, in order, every whole frame from this sequence on; the log goes on after the last one. Returns their number. */
    long replay(long from, Consumer<LogFrame> redo) throws IOException {
        last = LogReplay.run(files, from, redo);
        written = last;
        safe = last;
        return last + 1 - from;
    }

    /** Closes the file; deletes all files when the store holds everything. A failed log stays for the next start. */
    void close(boolean everythingStored) {
        try {
            if (file != null) {
                if (failure == null) {
                    flush();
                }
                file.close();
            }
            if (everythingStored) {
                files.deleteAll();
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
