package io.niaga.localstack.command;

import io.niaga.localstack.process.LogFile;
import io.niaga.localstack.stack.Stack;
import java.io.IOException;
import java.io.PrintStream;
import java.io.RandomAccessFile;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.locks.LockSupport;

/** {@code ./niaga logs [name…] [-f]}: the ends of the logs, and with {@code -f} what is added to them. */
final class Logs {
    private static final Duration PAUSE = Duration.ofMillis(300);
    private static final int ONE = 200;
    private static final int EACH_OF_MANY = 10;
    private final Stack stack;
    private final PrintStream out;

    Logs(Stack stack, PrintStream out) {
        this.stack = stack;
        this.out = out;
    }

    int run(Options options) throws IOException {
        List<String> names = options.names().isEmpty() ? stack.names() : options.names();
        Map<Path, Long> positions = new HashMap<>();
        for (String name : names) {
            LogFile log = stack.processes().log(name);
            if (!Files.exists(log.path())) {
                out.println("There is no log of " + name + " in " + stack.home().logs() + ".");
                continue;
            }
            positions.put(log.path(), Files.size(log.path()));
            log.tail(names.size() == 1 ? ONE : EACH_OF_MANY).forEach(line -> print(names, name, line));
        }
        while (options.has("-f") && !out.checkError()) {
            for (String name : names) {
                follow(names, name, positions);
            }
            LockSupport.parkNanos(PAUSE.toNanos());
        }
        return 0;
    }

    private void follow(List<String> names, String name, Map<Path, Long> positions) throws IOException {
        Path path = stack.processes().log(name).path();
        if (!Files.exists(path)) {
            return;
        }
        long size = Files.size(path);
        long from = positions.getOrDefault(path, 0L);
        // A shorter file is a new run's.
        from = size < from ? 0 : from;
        if (size > from) {
            try (RandomAccessFile file = new RandomAccessFile(path.toFile(), "r")) {
                byte[] added = new byte[(int) Math.min(size - from, 1 << 20)];
                file.seek(from);
                file.readFully(added);
                positions.put(path, from + added.length);
                new String(added, StandardCharsets.UTF_8).lines().forEach(line -> print(names, name, line));
            }
        }
    }

    private void print(List<String> names, String name, String line) {
        out.println(names.size() == 1 ? line : name + " | " + line);
    }
}
