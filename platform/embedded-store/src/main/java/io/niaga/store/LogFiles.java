package io.niaga.store;

import java.io.FileOutputStream;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;
import java.util.SortedMap;
import java.util.TreeMap;

/** The files of one redo log: beside the store's file, each named {@code FILE.log.} and the sequence of its first frame. */
final class LogFiles {
    private final Path directory;
    private final String prefix;

    LogFiles(Path store) {
        Path whole = store.toAbsolutePath();
        Path parent = whole.getParent();
        if (parent == null) {
            throw new IllegalArgumentException("not a file: " + store);
        }
        this.directory = parent;
        this.prefix = whole.getFileName() + ".log.";
    }

    Path beginningAt(long sequence) {
        return directory.resolve(prefix + "%019d".formatted(sequence));
    }

    FileOutputStream create(long firstSequence) throws IOException {
        return new FileOutputStream(beginningAt(firstSequence).toFile());
    }

    /** Makes created files survive a power cut. */
    void forceDirectory() throws IOException {
        try (FileChannel channel = FileChannel.open(directory)) {
            channel.force(true);
        }
    }

    void deleteBefore(long sequence) throws IOException {
        delete(all().headMap(sequence).values());
    }

    void deleteAfter(long sequence) throws IOException {
        delete(all().tailMap(sequence + 1).values());
    }

    void deleteAll() throws IOException {
        delete(all().values());
    }

    private static void delete(Collection<Path> files) throws IOException {
        for (Path file : files) {
            Files.delete(file);
        }
    }

    private SortedMap<Long, Path> all() throws IOException {
        var found = new TreeMap<Long, Path>();
        try (var files = Files.newDirectoryStream(directory, prefix + "*")) {
            for (Path file : files) {
                String name = String.valueOf(file.getFileName());
                found.put(Long.parseLong(name.substring(prefix.length())), file);
            }
        }
        return found;
    }
}
