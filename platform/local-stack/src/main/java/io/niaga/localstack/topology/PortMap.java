package io.niaga.localstack.topology;

import java.util.Map;
import java.util.TreeMap;

/** Which ports a process opens, each with the name people know it by. */
public final class PortMap {
    private PortMap() {}

    public static Map<Integer, String> of(String name, Ports ports) {
        return switch (name) {
            case Topology.DATABASE_NAME -> Map.of(ports.database(), "database");
            case Topology.KAFKA -> Map.of(ports.kafka(), name, ports.kafkaController(), "kafka controller");
            case Topology.KEYCLOAK -> Map.of(ports.keycloak(), name, ports.keycloakManagement(), "keycloak management");
            default -> {
                Service service = Topology.service(name);
                yield Map.of(service.port(ports), name, service.managementPort(ports), name + " management");
            }
        };
    }

    /** The ports of a whole stack; one with somebody else's database is not asked about its port. */
    public static Map<Integer, String> ofAll(Ports ports, boolean database) {
        Map<Integer, String> all = new TreeMap<>(of(Topology.KAFKA, ports));
        all.putAll(of(Topology.KEYCLOAK, ports));
        if (database) {
            all.putAll(of(Topology.DATABASE_NAME, ports));
        }
        Topology.services().forEach(service -> all.putAll(of(service.name(), ports)));
        return all;
    }
}
