package io.niaga.store;

import io.netty.buffer.ByteBuf;
import java.io.*;
import java.nio.*;
import java.nio.charset.StandardCharsets;
import java.nio.file.*;
import java.util.*;
import java.util.zip.CRC32C;

/** Append-only redo log. A file is named by the sequence of its first frame; a frame is [length][crc32c][sequence][payload]. */
final class RedoLog {
    private static final int HEAD = 16, MAX = 64 << 20;
    static final boolean LOSE = Boolean.getBoolean("lose"); // control of the kill test: nothing is written

    interface Redo {
        void apply(byte op, String namespace, byte[] bson);
    }

    private final Path dir;
    private final String name;
    private final boolean sync;
    private final CRC32C crc = new CRC32C();
    private final Object syncing = new Object();
    private ByteBuffer buffer = ByteBuffer.allocate(1 << 18).order(ByteOrder.LITTLE_ENDIAN);
    private FileOutputStream file;
    private long first;
    private volatile long size,
            kept,
            last,
            written,
            synced; // size: of the newest file; kept: of those before; last: sequence of the last frame in the buffer
    private volatile boolean muted = true;
    private volatile Exception failed;

    /** Without a name: it stays muted. */
    RedoLog(String store, boolean sync) {
        this.sync = sync;
        if (store == null) {
            dir = null;
            name = null;
            return;
        }
        Path p = Path.of(store).toAbsolutePath();
        dir = p.getParent();
        name = p.getFileName() + ".log.";
    }

    // ---- writing

    /** To be called before the change can be seen, by a thread that keeps others from changing the same document. */
    void append(byte op, byte[] namespace, ByteBuf bson) {
        if (muted) return;
        check();
        synchronized (this) {
            int n = 3 + namespace.length + bson.writerIndex();
            if (buffer.remaining() < HEAD + n) {
                drain();
                if (buffer.capacity() < HEAD + n)
                    buffer = ByteBuffer.allocate(HEAD + n).order(ByteOrder.LITTLE_ENDIAN);
            }
            int at = buffer.position();
            buffer.putInt(n)
                    .putInt(0)
                    .putLong(last + 1)
                    .put(op)
                    .putShort((short) namespace.length)
                    .put(namespace)
                    .put(bson.array(), 0, bson.writerIndex());
            crc.reset();
            crc.update(buffer.array(), at + 8, n + 8);
            buffer.putInt(at + 4, (int) crc.getValue());
            size += HEAD + n;
            last++;
        }
    }

    /** Returns once every frame appended before the call is in the file. */
    void flush() {
        long upTo = last;
        if (written < upTo)
            synchronized (this) {
                if (written < upTo) drain();
            }
        if (sync) force(upTo);
        check();
    }

    private void drain() {
        check();
        try {
            if (!LOSE && buffer.position() > 0) file.write(buffer.array(), 0, buffer.position());
            buffer.clear();
            written = last;
        } catch (IOException e) {
            failed = e; // what is in memory is not in the log: no command is answered any more
            check();
        }
    }

    void force(long upTo) {
        if (synced >= upTo) return;
        synchronized (syncing) { // the first one syncs for all that wait
            if (synced >= upTo) return;
            long w = written;
            try {
                file.getFD().sync();
            } catch (IOException e) {
                failed = e;
                check();
            }
            synced = w;
        }
    }

    private void check() {
        if (failed != null) throw new IllegalStateException("the store cannot be written", failed);
    }

    void fail(Exception e) {
        failed = e;
    }

    long size() {
        return size;
    }

    long total() {
        return size + kept;
    }

    long written() {
        return written;
    }

    boolean mute(boolean on) {
        boolean was = muted;
        muted = on;
        return was;
    }

    // ---- files

    private Path path(long sequence) {
        return dir.resolve(name + String.format("%019d", sequence));
    }

    private SortedMap<Long, Path> files() throws IOException {
        var found = new TreeMap<Long, Path>();
        try (var s = Files.newDirectoryStream(dir, name + "*")) {
            for (Path p : s) found.put(Long.parseLong(p.getFileName().toString().substring(name.length())), p);
        }
        return found;
    }

    /** Switches to a new file; the caller keeps all writers out. Returns the sequence of its first frame. */
    synchronized long rotate() {
        try {
            if (file != null) {
                drain();
                if (size == 0) return first;
                synchronized (syncing) {
                    if (sync) file.getFD().sync();
                    file.close();
                    synced = last;
                }
            }
            kept += size;
            first = last + 1;
            file = new FileOutputStream(path(first).toFile());
            if (sync)
                try (var d = java.nio.channels.FileChannel.open(dir)) {
                    d.force(true);
                }
            size = 0;
            return first;
        } catch (IOException e) {
            failed = e;
            throw new UncheckedIOException(e);
        }
    }

    /** Deletes the files that hold nothing from this sequence on, or all of another line of history. */
    void keepOnly(long from) throws IOException {
        for (var f : files().entrySet()) if (f.getKey() < from) Files.delete(f.getValue());
        kept = 0;
    }

    void close(boolean delete) {
        try {
            if (file != null) {
                flush();
                file.close();
            } // flush throws after a failure: the log stays
            if (delete && dir != null) for (Path p : files().values()) Files.delete(p);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    // ---- recovery

    /** Applies, in order, every whole frame from this sequence on; then the log continues after the last one. */
    long replay(long from, Redo redo) throws IOException {
        last = from - 1;
        for (Path p; Files.exists(p = path(last + 1)); ) {
            long before = last;
            try (var in = new DataInputStream(new BufferedInputStream(Files.newInputStream(p), 1 << 16))) {
                byte[] head = new byte[HEAD];
                while (in.readNBytes(head, 0, HEAD) == HEAD) {
                    ByteBuffer h = ByteBuffer.wrap(head).order(ByteOrder.LITTLE_ENDIAN);
                    int n = h.getInt();
                    if (n < 3 || n > MAX || h.getLong(8) != last + 1) break;
                    byte[] b = in.readNBytes(n);
                    crc.reset();
                    crc.update(head, 8, 8);
                    crc.update(b);
                    if (b.length < n || (int) crc.getValue() != h.getInt()) break;
                    int ns = (b[1] & 0xFF) | (b[2] & 0xFF) << 8;
                    redo.apply(b[0], new String(b, 3, ns, StandardCharsets.UTF_8), Arrays.copyOfRange(b, 3 + ns, n));
                    last++;
                }
            }
            if (last == before) break;
        }
        for (var f : files().entrySet()) if (f.getKey() > last) Files.delete(f.getValue()); // not reached: after a hole
        written = synced = last;
        return last + 1 - from;
    }
}
