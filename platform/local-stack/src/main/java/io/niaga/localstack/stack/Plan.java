package io.niaga.localstack.stack;

import io.niaga.localstack.home.Home;
import io.niaga.localstack.preflight.Machine;
import io.niaga.localstack.preflight.Preflight;
import io.niaga.localstack.process.Launch;
import io.niaga.localstack.process.Running;
import io.niaga.localstack.topology.Ports;
import io.niaga.localstack.topology.Topology;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What has to be done so that the wanted processes run.
 *
 * @param reused runs already, the way it should, and serves
 * @param replaced runs, but differently, or does not serve: is stopped first
 * @param fresh is started, the replaced ones among them
 */
record Plan(List<Launch> reused, List<Running> replaced, List<Launch> fresh) {
    private static final long MEGABYTES_EACH = 260;
    private static final long FIRST_DISK = 2600;
    private static final long LATER_DISK = 400;

    static Plan of(Stack stack, List<Launch> wanted) {
        List<Launch> reused = new ArrayList<>();
        List<Running> replaced = new ArrayList<>();
        List<Launch> fresh = new ArrayList<>();
        for (Launch launch : wanted) {
            Optional<Running> running =
                    stack.processes().table().find(launch.name()).filter(Running::isAlive);
            if (running.isPresent() && serves(running.get(), launch)) {
                reused.add(launch);
            } else {
                running.ifPresent(replaced::add);
                fresh.add(launch);
            }
        }
        return new Plan(reused, replaced, fresh);
    }

    private static boolean serves(Running running, Launch launch) {
        return running.fingerprint().equals(launch.fingerprint()) && launch.probe().ready();
    }

    /** What is missing on this machine; ports that a replaced process holds are about to be free. */
    List<String> findings(Stack stack) {
        Map<Integer, String> ports = new HashMap<>();
        for (Launch launch : fresh) {
            if (replaced.stream().noneMatch(running -> running.name().equals(launch.name()))) {
                ports.putAll(ports(launch.name(), stack.ports()));
            }
        }
        if (fresh.isEmpty()) {
            return List.of();
        }
        Home home = stack.home();
        long disk = Files.isDirectory(home.images()) ? LATER_DISK : FIRST_DISK;
        return new Preflight(ports, fresh.size() * MEGABYTES_EACH, disk).findings(Machine.at(home.path()));
    }

    private static Map<Integer, String> ports(String name, Ports ports) {
        return switch (name) {
            case Topology.DATABASE_NAME -> Map.of(ports.database(), "database");
            case Topology.KAFKA -> Map.of(ports.kafka(), name, ports.kafkaController(), "kafka controller");
            case Topology.KEYCLOAK -> Map.of(ports.keycloak(), name, ports.keycloakManagement(), "keycloak management");
            default -> {
                var service = Topology.service(name);
                yield Map.of(service.port(ports), name, service.managementPort(ports), name + " management");
            }
        };
    }
}
