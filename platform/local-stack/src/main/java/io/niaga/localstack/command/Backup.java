package io.niaga.localstack.command;

import io.niaga.localstack.home.Folders;
import io.niaga.localstack.process.Running;
import io.niaga.localstack.stack.Stack;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;

/**
 * {@code ./niaga backup FOLDER} and {@code ./niaga restore FOLDER}: data and secrets of a stack that is down, as they are.
 * Documents, topics and the realm are of one moment.
 */
final class Backup {
    private static final long MEGABYTE = 1024 * 1024;
    private final Stack stack;
    private final PrintStream out;

    Backup(Stack stack, PrintStream out) {
        this.stack = stack;
        this.out = out;
    }

    /** Into a folder that is not there yet. */
    int save(Options options) throws IOException {
        Path folder = folder(options);
        requireDown();
        if (Files.exists(folder)) {
            throw new IllegalArgumentException(folder + " is there already; a backup is a folder of its own.");
        }
        Files.createDirectories(folder);
        Folders.copy(stack.home().data(), folder.resolve("data"));
        Files.copy(stack.home().secrets(), folder.resolve("secrets"), StandardCopyOption.COPY_ATTRIBUTES);
        out.println("Saved " + Folders.size(folder) / MEGABYTE + " MB to " + folder + ".");
        return 0;
    }

    /** In the place of all data that is there now. */
    int restore(Options options) throws IOException {
        Path folder = folder(options);
        requireDown();
        if (!Files.isDirectory(folder.resolve("data"))) {
            throw new IllegalArgumentException(folder + " is no backup: it has no data.");
        }
        Folders.delete(stack.home().data());
        Folders.copy(folder.resolve("data"), stack.home().data());
        Files.copy(
                folder.resolve("secrets"),
                stack.home().secrets(),
                StandardCopyOption.REPLACE_EXISTING,
                StandardCopyOption.COPY_ATTRIBUTES);
        out.println("Restored from " + folder + "; ./niaga up goes on from there.");
        return 0;
    }

    private static Path folder(Options options) {
        if (options.names().size() != 1) {
            throw new IllegalArgumentException("Say which folder: ./niaga backup FOLDER, ./niaga restore FOLDER.");
        }
        return Path.of(options.names().getFirst()).toAbsolutePath().normalize();
    }

    private void requireDown() {
        List<String> up = stack.processes().table().all().stream()
                .filter(Running::isAlive)
                .map(Running::name)
                .toList();
        if (!up.isEmpty()) {
            throw new IllegalStateException("Still running: " + String.join(", ", up)
                    + ". Only what is down is of one moment: ./niaga down first.");
        }
    }
}
