package io.niaga.system.harness;

import io.niaga.localstack.home.Folders;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Unpacking and building Keycloak takes a while: what the launcher's own tests have built is copied. */
final class BuiltKeycloak {
    private static final Path OTHERS = StackHome.root().resolve("platform/local-stack/target/it-home");

    private BuiltKeycloak() {}

    /** Puts a built one into that home when it has none and there is one to copy. */
    static void provide(Path home) {
        built(OTHERS)
                .filter(other -> built(home).isEmpty())
                .ifPresent(other -> copy(other, home.resolve(other.getFileName().toString())));
    }

    private static Optional<Path> built(Path home) {
        if (!Files.isDirectory(home)) {
            return Optional.empty();
        }
        try (Stream<Path> folders = Files.list(home)) {
            return folders.filter(folder -> Files.exists(folder.resolve(".built")))
                    .findFirst();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void copy(Path from, Path to) {
        Path fresh = to.resolveSibling("copying");
        Folders.delete(fresh);
        Folders.delete(to);
        try (Stream<Path> all = Files.walk(from)) {
            List<Path> files =
                    all.filter(file -> !file.startsWith(from.resolve("data"))).toList();
            for (Path file : files) {
                Path target = fresh.resolve(from.relativize(file).toString());
                Files.createDirectories(Files.isDirectory(file) ? target : target.getParent());
                if (!Files.isDirectory(file)) {
                    Files.copy(file, target);
                }
            }
            Files.move(fresh, to);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
