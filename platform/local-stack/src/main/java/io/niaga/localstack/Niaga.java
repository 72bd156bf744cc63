package io.niaga.localstack;

import io.niaga.localstack.command.Launcher;
import java.nio.file.Path;
import java.util.List;

/** The program behind {@code ./niaga}; the script hands over the checkout and the Keycloak distribution. */
public final class Niaga {
    private Niaga() {}

    public static void main(String[] arguments) {
        Path root = Path.of(System.getProperty("niaga.root", "."));
        Path keycloakZip = Path.of(System.getProperty("niaga.keycloak.zip", ""));
        System.exit(new Launcher(root, keycloakZip, System.getenv(), System.out).run(List.of(arguments)));
    }
}
