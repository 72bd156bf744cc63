package io.niaga.localstack.process;

import java.io.IOException;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.Optional;
import java.util.Properties;
import java.util.stream.Stream;

/** What this stack has started, one small file each; a record is replaced in one step and survives the launcher. */
public final class ProcessTable {
    private static final String SUFFIX = ".process";
    private final Path directory;

    public ProcessTable(Path directory) {
        this.directory = directory;
    }

    /** The record under that name, whether its process still lives or not. */
    public Optional<Running> find(String name) {
        Path file = directory.resolve(name + SUFFIX);
        if (!Files.exists(file)) {
            return Optional.empty();
        }
        Properties properties = new Properties();
        try (Reader reader = Files.newBufferedReader(file)) {
            properties.load(reader);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return Optional.of(Running.of(properties));
    }

    public List<Running> all() {
        if (!Files.isDirectory(directory)) {
            return List.of();
        }
        try (Stream<Path> files = Files.list(directory)) {
            return files.map(file -> file.getFileName().toString())
                    .filter(name -> name.endsWith(SUFFIX))
                    .sorted()
                    .flatMap(name -> find(name.substring(0, name.length() - SUFFIX.length())).stream())
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    void put(Running running) {
        try {
            Files.createDirectories(directory);
            Path fresh = directory.resolve(running.name() + ".new");
            try (Writer writer = Files.newBufferedWriter(fresh)) {
                running.asProperties().store(writer, null);
            }
            Files.move(
                    fresh,
                    directory.resolve(running.name() + SUFFIX),
                    StandardCopyOption.ATOMIC_MOVE,
                    StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    void remove(String name) {
        try {
            Files.deleteIfExists(directory.resolve(name + SUFFIX));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
