package io.niaga.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import de.bwaldvogel.mongo.bson.Document;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RedoLogTest {
    private static final byte[] NAMESPACE = "a.b".getBytes(StandardCharsets.UTF_8);

    private final Random random = Seed.random("damaged logs");

    @TempDir
    Path directory;

    @Test
    void a_whole_log_is_replayed_in_order() throws IOException {
        Path store = directory.resolve("whole");
        write(store, 500, 4);
        assertThat(replay(new RedoLog(store, false), 1)).isEqualTo(upTo(0, 500));
        assertThat(replay(new RedoLog(store, false), 1)).as("a second time").isEqualTo(upTo(0, 500));
    }

    @Test
    void a_cut_or_damaged_log_replays_a_prefix_and_goes_on_after_it() throws IOException {
        for (int round = 0; round < 120; round++) {
            Path store = directory.resolve("s" + round);
            int written = 1 + random.nextInt(150);
            write(store, written, 1 + random.nextInt(3));
            damage(fileOf(store));

            RedoLog log = new RedoLog(store, false);
            List<Integer> replayed = replay(log, 1);
            assertThat(replayed).as("a prefix").isEqualTo(upTo(0, replayed.size()));
            assertThat(replayed.size()).as("the damage is seen").isLessThan(written);

            log.rotate();
            log.mute(false);
            append(log, replayed.size(), replayed.size() + 30);
            log.close(false);
            assertThat(replay(new RedoLog(store, false), replayed.size() + 1))
                    .as("another history after the hole")
                    .isEqualTo(upTo(replayed.size(), replayed.size() + 30));
        }
    }

    @Test
    void after_a_failure_nothing_is_appended_or_flushed() throws IOException {
        RedoLog log = new RedoLog(directory.resolve("failing"), false);
        replay(log, 1);
        log.rotate();
        log.mute(false);
        append(log, 0, 1);
        log.failed(new IOException("disk full"));
        assertThatThrownBy(() -> append(log, 1, 2)).hasMessage("the store cannot be written");
        assertThatThrownBy(log::flush).hasRootCauseMessage("disk full");
    }

    @Test
    void files_before_a_checkpoint_go() throws IOException {
        Path store = directory.resolve("kept");
        RedoLog log = new RedoLog(store, true);
        replay(log, 1);
        log.rotate();
        log.mute(false);
        append(log, 0, 10);
        long from = log.rotate();
        append(log, 10, 20);
        log.keepFrom(from);
        assertThat(log.bytes()).isEqualTo(log.newestBytes()).isPositive();
        log.close(false);
        assertThat(filesOf(store)).hasSize(1);
        assertThat(replay(new RedoLog(store, false), from)).isEqualTo(upTo(10, 20));
    }

    private void write(Path store, int count, int files) throws IOException {
        RedoLog log = new RedoLog(store, false);
        replay(log, 1);
        log.mute(false);
        for (int file = 0; file < files; file++) {
            log.rotate();
            append(log, count * file / files, count * (file + 1) / files);
        }
        log.close(false);
    }

    private void append(RedoLog log, int from, int to) {
        for (int i = from; i < to; i++) {
            Document document = new Document("_id", i).append("padding", "x".repeat(random.nextInt(800)));
            log.append(ChangeLog.Change.PUT, NAMESPACE, Bson.encode(document));
        }
        log.flush();
    }

    private void damage(Path file) throws IOException {
        long length = Files.size(file);
        try (var bytes = new RandomAccessFile(file.toFile(), "rw")) {
            if (random.nextBoolean()) {
                bytes.setLength(random.nextLong(length));
            } else {
                long at = random.nextLong(length);
                bytes.seek(at);
                int old = bytes.read();
                bytes.seek(at);
                bytes.write(old ^ 1 << random.nextInt(8));
            }
        }
    }

    /** Any of the log's files that holds something. */
    private Path fileOf(Path store) throws IOException {
        List<Path> files = filesOf(store).stream()
                .filter(file -> file.toFile().length() > 0)
                .toList();
        return files.get(random.nextInt(files.size()));
    }

    private static List<Path> filesOf(Path store) throws IOException {
        List<Path> files = new ArrayList<>();
        try (var found = Files.newDirectoryStream(store.getParent(), store.getFileName() + ".log.*")) {
            found.forEach(files::add);
        }
        return files;
    }

    private static List<Integer> replay(RedoLog log, long from) throws IOException {
        List<Integer> found = new ArrayList<>();
        log.replay(from, frame -> {
            assertThat(frame.namespace()).isEqualTo("a.b");
            assertThat(frame.isPut()).isTrue();
            found.add((Integer) Bson.decode(frame.bson()).get("_id"));
        });
        return found;
    }

    private static List<Integer> upTo(int from, int to) {
        return IntStream.range(from, to).boxed().toList();
    }
}
