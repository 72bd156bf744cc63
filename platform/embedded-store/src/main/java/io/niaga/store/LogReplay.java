package io.niaga.store;

import java.io.BufferedInputStream;
import java.io.DataInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.function.Consumer;

/**
 * Reads a log back after a start: every whole frame from a sequence on, in order and file by file, up to the first torn,
 * damaged or missing one. Frames hold states, not steps: applying one twice does no harm.
 */
final class LogReplay {
    private static final int READ_AHEAD = 1 << 16;

    private final Consumer<LogFrame> redo;
    private long last;

    private LogReplay(long from, Consumer<LogFrame> redo) {
        this.redo = redo;
        this.last = from - 1;
    }

    /** Applies what can be read and deletes the files behind a hole; returns the sequence of the last frame applied. */
    static long run(LogFiles files, long from, Consumer<LogFrame> redo) throws IOException {
        LogReplay replay = new LogReplay(from, redo);
        Path file = files.beginningAt(from);
        while (Files.exists(file) && replay.advances(file)) {
            file = files.beginningAt(replay.last + 1);
        }
        files.deleteAfter(replay.last);
        return replay.last;
    }

    private boolean advances(Path file) throws IOException {
        long before = last;
        try (var in = new DataInputStream(new BufferedInputStream(Files.newInputStream(file), READ_AHEAD))) {
            LogFrame frame = LogFrame.read(in, last + 1);
            while (frame != null) {
                redo.accept(frame);
                last++;
                frame = LogFrame.read(in, last + 1);
            }
        }
        return last > before;
    }
}
