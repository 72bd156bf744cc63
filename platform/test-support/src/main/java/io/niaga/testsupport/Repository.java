package io.niaga.testsupport;

import java.nio.file.Files;
import java.nio.file.Path;

/** Where the repository's root is, whichever module a test runs in. */
public final class Repository {
    private Repository() {}

    /** The folder upwards of the working directory that holds the Maven wrapper. */
    public static Path root() {
        Path start = Path.of("").toAbsolutePath();
        for (Path at = start; at != null; at = at.getParent()) {
            if (Files.exists(at.resolve("mvnw"))) {
                return at;
            }
        }
        throw new IllegalStateException("no folder with mvnw at or above " + start);
    }
}
