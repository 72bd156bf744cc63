package io.niaga.localstack.stack;

import io.niaga.localstack.database.Database;
import io.niaga.localstack.image.ServiceImage;
import io.niaga.localstack.keycloak.KeycloakInstallation;
import io.niaga.localstack.keycloak.KeycloakServer;
import io.niaga.localstack.process.Launch;
import io.niaga.localstack.process.Running;
import io.niaga.localstack.secrets.Secrets;
import io.niaga.localstack.topology.Jit;
import io.niaga.localstack.topology.Service;
import io.niaga.localstack.topology.Topology;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.Semaphore;
import java.util.concurrent.locks.LockSupport;

/**
 * Brings the wanted processes up: what serves is reused, what can be done side by side is.
 *
 * <p>Order: database and broker at once, Keycloak beside them, each service when database and broker serve. Work that
 * only burns processor time (extracting, training) is limited to as many as there are processors.
 */
public final class BringUp {
    private static final Duration GRACE = Duration.ofSeconds(15);
    private static final Duration WATCH = Duration.ofMillis(500);

    private final Stack stack;
    private final Secrets secrets;
    private final InfrastructureLaunches infrastructure;
    private final ServiceLaunches services;
    private final KeycloakInstallation keycloak;
    private final Progress progress;
    private final Undertaking undertaking;
    private final Semaphore processors =
            new Semaphore(Math.max(2, Runtime.getRuntime().availableProcessors()));

    /**
     * @param keycloakZip the distribution from the Maven repository
     * @param overrides the caller's variables
     */
    public BringUp(Stack stack, Path keycloakZip, Map<String, String> overrides, Progress progress) {
        this.stack = stack;
        this.secrets = Secrets.keptIn(stack.home().secrets());
        this.infrastructure = new InfrastructureLaunches(stack, ServiceLaunches.isShort(overrides) ? Jit.C1 : Jit.C2);
        this.services = new ServiceLaunches(stack, secrets, overrides);
        this.keycloak = new KeycloakInstallation(stack.home(), keycloakZip);
        this.progress = progress;
        this.undertaking = new Undertaking(stack.processes());
    }

    /**
     * Findings of the preflight; empty when all wanted processes serve. Failing or interrupted → nothing started here
     * remains.
     *
     * @param last what is done once they serve, before the start counts as done
     */
    public List<String> run(List<String> wanted, Runnable last) {
        Map<String, ServiceImage> images = new HashMap<>();
        Plan plan =
                Plan.of(stack, wanted.stream().map(name -> launch(name, images)).toList());
        List<String> findings = plan.findings(stack);
        if (!findings.isEmpty()) {
            return findings;
        }
        plan.reused().forEach(launch -> progress.say(launch.name(), "runs already on port " + launch.port()));
        stack.processes().stop(plan.replaced(), GRACE);
        asAWhole(() -> {
            start(plan.fresh(), images);
            last.run();
        });
        return List.of();
    }

    /** Whether it fails or is interrupted: what was started is stopped again. */
    private void asAWhole(Runnable work) {
        Thread interrupted = new Thread(this::interrupt, "take-back");
        Runtime.getRuntime().addShutdownHook(interrupted);
        try {
            work.run();
            undertaking.keep();
        } catch (RuntimeException e) {
            if (undertaking.isOver()) {
                awaitEnd();
            }
            undertaking.takeBack();
            throw e;
        } finally {
            Runtime.getRuntime().removeShutdownHook(interrupted);
        }
    }

    private void interrupt() {
        progress.say("interrupted", "stops what was started");
        undertaking.takeBack();
    }

    /** What fails now fails because the launcher is being ended; saying so would only confuse. */
    private static void awaitEnd() {
        while (true) {
            LockSupport.park();
        }
    }

    private Launch launch(String name, Map<String, ServiceImage> images) {
        return switch (name) {
            case Topology.DATABASE_NAME -> infrastructure.database();
            case Topology.KAFKA -> infrastructure.kafka();
            case Topology.KEYCLOAK -> new KeycloakServer(stack.home(), stack.ports(), secrets, keycloak).launch();
            default -> {
                Service service = Topology.service(name);
                yield services.launch(service, images.computeIfAbsent(name, n -> services.image(service, false)));
            }
        };
    }

    private void start(List<Launch> launches, Map<String, ServiceImage> images) {
        try (Together ground = new Together();
                Together above = new Together()) {
            for (Launch launch : launches) {
                switch (launch.name()) {
                    case Topology.DATABASE_NAME -> ground.run(() -> bring(launch));
                    case Topology.KAFKA ->
                        ground.run(() -> {
                            infrastructure.forgetKafka();
                            bring(launch);
                        });
                    case Topology.KEYCLOAK -> above.run(() -> bringKeycloak(launch));
                    default -> above.run(() -> bringService(launch, images, ground));
                }
            }
            Thread.ofVirtual().start(() -> watch(ground, above));
            ground.await();
            above.await();
        }
    }

    /** Whatever ends by itself before all is up fails the start at once, though it may have been ready before. */
    private void watch(Together ground, Together above) {
        while (!undertaking.isOver()) {
            undertaking.ended().ifPresent(running -> {
                RuntimeException reason = stack.processes().failed(running.name(), "ended while others were starting");
                ground.fail(reason);
                above.fail(reason);
            });
            LockSupport.parkNanos(WATCH.toNanos());
        }
    }

    private void bringKeycloak(Launch launch) {
        if (!keycloak.isReady()) {
            progress.say(launch.name(), "is unpacked and built, once");
            Instant start = Instant.now();
            keycloak.prepare(undertaking.tools());
            progress.phase(launch.name(), "build", start);
        }
        if (!keycloak.provideRealm()) {
            progress.say(launch.name(), "has an older realm than the checkout: ./niaga reset takes the new one");
        }
        bring(launch);
    }

    private void bringService(Launch launch, Map<String, ServiceImage> images, Together ground) {
        Service service = Topology.service(launch.name());
        ServiceImage image = Objects.requireNonNull(images.get(launch.name()));
        ground.await();
        processors.acquireUninterruptibly();
        try {
            if (!image.isReady()) {
                progress.say(launch.name(), "is made ready, once per build");
                Instant start = Instant.now();
                image.prepare(undertaking.tools(), services.environment(service));
                progress.phase(launch.name(), "preparation", start);
            }
        } finally {
            processors.release();
        }
        bring(launch);
    }

    private void bring(Launch launch) {
        Instant start = Instant.now();
        Running running = undertaking.start(launch);
        stack.processes().awaitReady(launch, running);
        progress.phase(launch.name(), "start", start);
        progress.say(launch.name(), "is ready on port " + launch.port());
    }

    /** Names of a whole stack, or of a part of it. */
    public static List<String> wanted(Stack stack, List<String> only, List<String> without) {
        List<String> names = new ArrayList<>(only.isEmpty() ? stack.names() : only);
        names.removeAll(without);
        List<String> known = new ArrayList<>(stack.names());
        if (stack.database() instanceof Database.External) {
            known.add(Topology.DATABASE_NAME);
        }
        names.stream().filter(name -> !known.contains(name)).findFirst().ifPresent(name -> {
            throw new IllegalArgumentException(
                    "No process is called " + name + "; there are " + String.join(", ", known) + ".");
        });
        return stack.names().stream().filter(names::contains).toList();
    }
}
