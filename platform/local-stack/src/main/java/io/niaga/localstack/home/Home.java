package io.niaga.localstack.home;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/**
 * The folders of one local stack.
 *
 * @param root the checkout
 * @param path what the stack writes, {@code .niaga} in the checkout unless {@code NIAGA_HOME} says otherwise
 */
public record Home(Path root, Path path) {

    public static Home of(Path root, Map<String, String> environment) {
        String chosen = environment.getOrDefault("NIAGA_HOME", "");
        Path absolute = root.toAbsolutePath().normalize();
        return new Home(
                absolute,
                chosen.isEmpty()
                        ? absolute.resolve(".niaga")
                        : Path.of(chosen).toAbsolutePath().normalize());
    }

    /** What a reset deletes. */
    public Path data() {
        return path.resolve("data");
    }

    public Path data(String name) {
        return data().resolve(name);
    }

    public Path logs() {
        return path.resolve("logs");
    }

    public Path run() {
        return path.resolve("run");
    }

    public Path secrets() {
        return path.resolve("secrets");
    }

    /** Extracted services, which can always be made again. */
    public Path images() {
        return path.resolve("images");
    }

    /** The realm as code, which compose and k8s use too, and the demo sign-ins. */
    public List<Path> realm() {
        return List.of(
                root.resolve("k8s/base/keycloak/niaga-realm.json"),
                root.resolve("k8s/overlays/dev/keycloak/niaga-users-0.json"));
    }
}
