package io.niaga.localstack.image;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.jar.JarFile;
import java.util.stream.Stream;

/** The jar a service's build leaves behind. */
public record ServiceJar(Path path) {

    /** The newest jar in the service's {@code target}, when it has been built. */
    public static Optional<ServiceJar> of(Path root, String service) {
        Path target = root.resolve(service).resolve("target");
        if (!Files.isDirectory(target)) {
            return Optional.empty();
        }
        try (Stream<Path> files = Files.list(target)) {
            return files.filter(file -> isApplication(file.getFileName().toString(), service))
                    .max((a, b) ->
                            Long.compare(a.toFile().lastModified(), b.toFile().lastModified()))
                    .map(ServiceJar::new);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static boolean isApplication(String name, String service) {
        return name.startsWith(service + "-")
                && name.endsWith(".jar")
                && !name.matches(".*-(sources|javadoc|tests)\\.jar");
    }

    public String version() {
        try (JarFile jar = new JarFile(path.toFile())) {
            String version = jar.getManifest().getMainAttributes().getValue("Implementation-Version");
            return version == null ? "unknown" : version;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
