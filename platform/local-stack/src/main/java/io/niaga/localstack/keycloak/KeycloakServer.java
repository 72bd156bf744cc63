package io.niaga.localstack.keycloak;

import io.niaga.localstack.home.Home;
import io.niaga.localstack.process.HttpProbe;
import io.niaga.localstack.process.JavaCommand;
import io.niaga.localstack.process.Launch;
import io.niaga.localstack.process.Probe;
import io.niaga.localstack.secrets.Secrets;
import io.niaga.localstack.topology.Ports;
import io.niaga.localstack.topology.Service;
import io.niaga.localstack.topology.Topology;
import java.net.URI;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The identity server of one stack: its data survives restarts, its issuer is the host name people see. */
public record KeycloakServer(Home home, Ports ports, Secrets secrets, KeycloakInstallation installation) {
    private static final Duration PATIENCE = Duration.ofMinutes(3);

    /** Where a frontend is being worked on; nothing of it is part of this stack. */
    private static final String FRONTEND = "http://localhost:3000";

    public static Probe probe(Ports ports) {
        return new HttpProbe(URI.create("http://127.0.0.1:" + ports.keycloakManagement() + "/health/ready"));
    }

    public Launch launch() {
        JavaCommand command = new JavaCommand(home.path(), Topology.KEYCLOAK);
        return new Launch(
                Topology.KEYCLOAK,
                ports.keycloak(),
                installation.version(),
                command.marker(),
                command.of(KeycloakCommand.arguments(installation.folder(), start())),
                environment(),
                PATIENCE,
                probe(ports));
    }

    private List<String> start() {
        return List.of(
                "start",
                "--optimized",
                "--cache=local",
                "--http-enabled=true",
                "--hostname=http://localhost:" + ports.keycloak(),
                "--http-host=127.0.0.1",
                "--http-port=" + ports.keycloak(),
                "--http-management-port=" + ports.keycloakManagement(),
                "--db-url=jdbc:h2:file:" + home.data(Topology.KEYCLOAK).resolve("keycloak")
                        + ";NON_KEYWORDS=VALUE;DB_CLOSE_ON_EXIT=FALSE",
                // Each poll during the start would be a line about not being ready yet.
                "--log-level=info,io.smallrye.health:warn",
                "--import-realm");
    }

    private Map<String, String> environment() {
        Map<String, String> environment = new HashMap<>();
        for (Service service : Topology.services()) {
            environment.put(service.secretVariable(), secrets.get(service.secretVariable()));
        }
        environment.put("NIAGA_DEMO_SIGN_INS", "true");
        environment.put("NIAGA_FRONTEND_URL", FRONTEND);
        environment.put("KC_BOOTSTRAP_ADMIN_USERNAME", "bootstrap");
        environment.put(Secrets.ADMINISTRATOR_PASSWORD, secrets.get(Secrets.ADMINISTRATOR_PASSWORD));
        return environment;
    }
}
