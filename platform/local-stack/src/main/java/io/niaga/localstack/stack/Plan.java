package io.niaga.localstack.stack;

import io.niaga.localstack.database.Database;
import io.niaga.localstack.preflight.Machine;
import io.niaga.localstack.preflight.Preflight;
import io.niaga.localstack.process.Launch;
import io.niaga.localstack.process.Running;
import io.niaga.localstack.topology.PortMap;
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
        return running.fingerprint().equals(launch.fingerprint())
                && launch.probe().ready();
    }

    /** What is missing on this machine; ports that a replaced process holds are about to be free. */
    List<String> findings(Stack stack) {
        Map<Integer, String> ports = new HashMap<>();
        for (Launch launch : fresh) {
            if (replaced.stream().noneMatch(running -> running.name().equals(launch.name()))) {
                ports.putAll(PortMap.of(launch.name(), stack.ports()));
            }
        }
        if (fresh.isEmpty()) {
            return List.of();
        }
        boolean first = !Files.isDirectory(stack.home().images());
        List<String> findings = new ArrayList<>(Preflight.of(ports, fresh.size(), first)
                .findings(Machine.at(stack.home().path())));
        if (stack.database() instanceof Database.External external && !external.isReachable()) {
            findings.add("Nothing answers at " + external.described() + ": start it, or unset NIAGA_MONGODB_URI.");
        }
        return List.copyOf(findings);
    }
}
