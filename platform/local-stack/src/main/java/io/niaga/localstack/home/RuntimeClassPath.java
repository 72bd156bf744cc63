package io.niaga.localstack.home;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;

/**
 * The launcher's own class path for processes that outlive it.
 *
 * <p>Jars of the checkout are copied first, so that a later build cannot pull them from under a running process.
 */
public final class RuntimeClassPath {
    private RuntimeClassPath() {}

    public static String of(Home home) {
        List<String> entries = new ArrayList<>();
        for (String entry : System.getProperty("java.class.path").split(File.pathSeparator, -1)) {
            Path path = Path.of(entry).toAbsolutePath().normalize();
            boolean ours = path.startsWith(home.root()) || entry.contains("-SNAPSHOT");
            entries.add(ours && Files.isRegularFile(path) ? copied(path, home).toString() : path.toString());
        }
        return String.join(File.pathSeparator, entries);
    }

    private static Path copied(Path jar, Home home) {
        try {
            String name = Long.toHexString(Fingerprint.ofJar(jar)) + "-" + jar.getFileName();
            Path copy = Files.createDirectories(home.path().resolve("lib")).resolve(name);
            if (!Files.exists(copy)) {
                Path fresh = Files.createTempFile(copy.getParent(), "jar", ".new");
                Files.copy(jar, fresh, StandardCopyOption.REPLACE_EXISTING);
                Files.move(fresh, copy, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
            }
            return copy;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
