package io.niaga.localstack.stack;

import io.niaga.localstack.image.ServiceImage;
import io.niaga.localstack.process.JavaCommand;
import io.niaga.localstack.process.Launch;
import io.niaga.localstack.process.Tools;
import io.niaga.localstack.secrets.Secrets;
import io.niaga.localstack.topology.Service;
import io.niaga.localstack.topology.Topology;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Makes AOT caches for services that have none, so that the next start is quicker.
 *
 * <p>It costs more than the start itself, so {@code up} does not wait for it: a process of its own does it at the lowest
 * priority, one service after the other, and {@code down} ends it. What it did not finish the next {@code up} begins again.
 */
public final class Training {
    /** Its name among the processes; it is none that serves. */
    public static final String NAME = "training";

    private static final List<String> LAST_IN_LINE = List.of("nice", "-n", "19");
    private final Stack stack;
    private final ServiceLaunches services;

    /**
     * @param overrides the caller's variables
     */
    public Training(Stack stack, Map<String, String> overrides) {
        this.stack = stack;
        this.services = new ServiceLaunches(stack, Secrets.keptIn(stack.home().secrets()), overrides);
    }

    /** Leaves those of these processes that lack a cache to a process of its own; returns at once. */
    public void begin(List<String> names) {
        List<String> untrained = images(names).entrySet().stream()
                .filter(one -> !one.getValue().isReady())
                .map(one -> one.getKey().name())
                .toList();
        if (!untrained.isEmpty()) {
            stack.processes().start(launch(untrained));
        }
    }

    /** Trains these services here and now; 0. */
    public int run(List<String> names) {
        Tools tools = new Tools();
        Runtime.getRuntime().addShutdownHook(new Thread(tools::kill, "end-of-training"));
        images(names).forEach((service, image) -> image.prepare(tools, services.environment(service)));
        return 0;
    }

    private Map<Service, ServiceImage> images(List<String> names) {
        Map<Service, ServiceImage> images = new LinkedHashMap<>();
        Topology.services().stream()
                .filter(service -> names.contains(service.name()))
                .forEach(service -> images.put(service, services.image(service, true)));
        return images;
    }

    private Launch launch(List<String> names) {
        JavaCommand java = new JavaCommand(stack.home().path(), NAME);
        List<String> arguments = new ArrayList<>(List.of(
                "-XX:TieredStopAtLevel=1",
                "-XX:+UseSerialGC",
                "-Xmx64m",
                "-Dniaga.root=" + stack.home().root(),
                "-cp",
                System.getProperty("java.class.path"),
                "io.niaga.localstack.Niaga",
                "train"));
        arguments.addAll(names);
        List<String> command = new ArrayList<>(LAST_IN_LINE);
        command.addAll(java.of(arguments));
        return new Launch(NAME, 0, "", java.marker(), command, Map.of(), Duration.ZERO, () -> true);
    }
}
