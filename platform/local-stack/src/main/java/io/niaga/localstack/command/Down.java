package io.niaga.localstack.command;

import io.niaga.localstack.process.Running;
import io.niaga.localstack.stack.Stack;
import io.niaga.localstack.topology.Service;
import io.niaga.localstack.topology.Topology;
import java.io.PrintStream;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** {@code ./niaga down}: stops what this stack started and nothing else; services before what they stand on. */
final class Down {
    private static final Duration GRACE = Duration.ofSeconds(20);
    private static final Set<String> SERVICES =
            Topology.services().stream().map(Service::name).collect(Collectors.toSet());
    private final Stack stack;
    private final PrintStream out;

    Down(Stack stack, PrintStream out) {
        this.stack = stack;
        this.out = out;
    }

    int run(Options options) {
        options.requireNoNames();
        return run();
    }

    int run() {
        List<Running> known = stack.processes().table().all();
        List<Running> alive = known.stream().filter(Running::isAlive).toList();
        stack.processes().stop(known.stream().filter(Down::isService).toList(), GRACE);
        stack.processes()
                .stop(known.stream().filter(running -> !isService(running)).toList(), GRACE);
        out.println(
                alive.isEmpty()
                        ? "Nothing was running."
                        : "Stopped " + alive.stream().map(Running::name).collect(Collectors.joining(", ")) + ".");
        return 0;
    }

    private static boolean isService(Running running) {
        return SERVICES.contains(running.name());
    }
}
