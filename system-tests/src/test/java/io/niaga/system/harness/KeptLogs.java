package io.niaga.system.harness;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** Logs of all processes that ever ran, not only of the last two of a name: whoever looks into logs looks into all. */
public final class KeptLogs {
    private static final String BEFORE = ".log.1";

    private KeptLogs() {}

    /** To be said before anything starts: what would be overwritten is put aside. */
    public static void keep(Path logs) {
        if (!Files.isDirectory(logs)) {
            return;
        }
        try (Stream<Path> all = Files.list(logs)) {
            List<Path> before =
                    all.filter(file -> file.toString().endsWith(BEFORE)).toList();
            for (Path file : before) {
                Files.move(file, file.resolveSibling(file.getFileName() + "-" + System.nanoTime()));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
