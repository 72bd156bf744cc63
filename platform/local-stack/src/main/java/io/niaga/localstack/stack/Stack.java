package io.niaga.localstack.stack;

import io.niaga.localstack.database.Database;
import io.niaga.localstack.database.MongoProbe;
import io.niaga.localstack.home.Home;
import io.niaga.localstack.kafka.KafkaProbe;
import io.niaga.localstack.keycloak.KeycloakServer;
import io.niaga.localstack.process.HttpProbe;
import io.niaga.localstack.process.Probe;
import io.niaga.localstack.process.ProcessTable;
import io.niaga.localstack.process.Processes;
import io.niaga.localstack.process.Running;
import io.niaga.localstack.topology.Ports;
import io.niaga.localstack.topology.Service;
import io.niaga.localstack.topology.Topology;
import java.net.URI;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** One local stack: its folders, ports, database and processes. */
public record Stack(Home home, Ports ports, Database database, Processes processes) {

    public static Stack of(Path root, Map<String, String> environment) {
        Home home = Home.of(root, environment);
        return new Stack(
                home,
                Ports.from(environment),
                Database.chosen(environment),
                new Processes(new ProcessTable(home.run()), home.logs()));
    }

    /** Names of all processes of a whole stack, in the order of their start. */
    public List<String> names() {
        List<String> names = new ArrayList<>();
        if (!(database instanceof Database.External)) {
            names.add(Topology.DATABASE_NAME);
        }
        names.add(Topology.KAFKA);
        names.add(Topology.KEYCLOAK);
        Topology.services().stream().map(Service::name).forEach(names::add);
        return List.copyOf(names);
    }

    /** The port of a process when it is started now. */
    public int port(String name) {
        return switch (name) {
            case Topology.DATABASE_NAME -> ports.database();
            case Topology.KAFKA -> ports.kafka();
            case Topology.KEYCLOAK -> ports.keycloak();
            default -> Topology.service(name).port(ports);
        };
    }

    /** Asks a process that listens on its port of these {@code ports}. */
    public Probe probe(String name) {
        return switch (name) {
            case Topology.DATABASE_NAME -> new MongoProbe("127.0.0.1", ports.database());
            case Topology.KAFKA -> new KafkaProbe(ports.kafka(), kafkaReady());
            case Topology.KEYCLOAK -> KeycloakServer.probe(ports);
            default ->
                new HttpProbe(URI.create("http://127.0.0.1:"
                        + Topology.service(name).managementPort(ports)
                        + "/actuator/health/readiness"));
        };
    }

    /** This stack at the ports that a process was started with, which may not be today's. */
    public Stack movedTo(Running running) {
        int moved = running.port() - port(running.name());
        return new Stack(home, new Ports(ports.base() + moved), database, processes);
    }

    Path kafkaReady() {
        return home.run().resolve("kafka.ready");
    }

    String databaseUri() {
        return database instanceof Database.External external
                ? external.uri()
                : "mongodb://127.0.0.1:" + ports.database();
    }
}
