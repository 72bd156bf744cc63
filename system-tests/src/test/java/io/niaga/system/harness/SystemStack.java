package io.niaga.system.harness;

import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import com.mongodb.client.MongoDatabase;
import io.niaga.localstack.home.Folders;
import io.niaga.localstack.stack.Stack;
import io.niaga.localstack.topology.Topology;
import io.niaga.testsupport.Answer;
import io.niaga.testsupport.Api;
import io.niaga.testsupport.FaultProxy;
import io.niaga.testsupport.Told;
import io.niaga.testsupport.ToldEvents;
import java.time.Duration;
import java.util.List;
import java.util.Map;

/**
 * The complete real system: database, Kafka, Keycloak and the nine services as processes of their own, with the demo store.
 *
 * <p>Started at the first {@link #running()} of a run, on its own ports and in its own folder; stopped when the run ends,
 * whatever ends it. Names are those of {@code Topology}: {@code order-service}, {@code gateway}, {@code kafka}, {@code store},
 * {@code keycloak}. Not for tests that run side by side.
 */
public final class SystemStack {
    /** The store that every demo sign-in belongs to. */
    public static final String STORE = Topology.DEMO_STORE;

    /** {@code -Dniaga.system.keep=true}: the stack stays, with all its data, and the next such run begins at once. */
    static final boolean KEPT = Boolean.getBoolean("niaga.system.keep");

    private static final Duration AT_ONCE = Duration.ZERO;

    private final StackHome home;
    private final Stack stack;
    private final Faults faults;
    private final Proxies proxies;
    private final SignIns signIns;
    private final MongoClient mongo;
    private final ToldEvents events;

    private SystemStack(StackHome home) {
        this.home = home;
        this.stack = home.stack();
        this.faults = new Faults(home);
        this.proxies = new Proxies(stack, faults);
        this.signIns = new SignIns(stack.ports().keycloak());
        this.mongo = MongoClients.create("mongodb://127.0.0.1:" + stack.ports().database());
        this.events = ToldEvents.at("127.0.0.1:" + stack.ports().kafka());
    }

    /** The system of this run; starts it when it is the first time. */
    public static SystemStack running() {
        return Started.STACK;
    }

    /** Whether what earlier runs left behind may still be there. */
    public static boolean isKept() {
        return KEPT;
    }

    /** Keycloak, for what only it answers: {@code /realms/niaga/…}. */
    public Api keycloak() {
        return Api.at("http://localhost:" + stack.ports().keycloak());
    }

    /** A visitor at the gateway. */
    public Api api() {
        return Api.at("http://localhost:" + stack.ports().base());
    }

    /** A demo sign-in at the gateway: {@code admin}, {@code seller}, {@code buyer}… Its token is good for minutes: ask again. */
    public Api as(String person) {
        return api().as(token(person));
    }

    /** An access token of a demo sign-in. */
    public String token(String person) {
        return token(person, person);
    }

    public String token(String person, String password) {
        return signIns.person(person, password);
    }

    /** An access token of a confidential client, by its own secret. */
    public String clientToken(String id, String secret) {
        return signIns.client(id, secret);
    }

    /** Whatever Keycloak answers to a token request with these fields. */
    public Answer askForToken(Map<String, String> form) {
        return signIns.ask(form);
    }

    /** A service itself, past the gateway. */
    public Api service(String name) {
        return Api.at("http://127.0.0.1:" + stack.port(name));
    }

    /** The management port of a service: {@code /actuator/…}. */
    public Api management(String name) {
        return Api.at("http://127.0.0.1:" + Topology.service(name).managementPort(stack.ports()));
    }

    /** A service's documents: {@code niaga_orders} of {@code order-service}. */
    public MongoDatabase database(String service) {
        return mongo.getDatabase(Databases.of(service));
    }

    /** What was told about a key so far, in order. */
    public List<Told> told(String topic, String key) {
        return events.of(topic, key);
    }

    /** What was told on a topic so far. */
    public List<Told> told(String topic) {
        return events.of(topic);
    }

    /** SIGKILL; returns when the process is gone. */
    public void kill(String name) {
        faults.kill(name);
    }

    /** Ends it politely, as a deployment does. */
    public void stop(String name) {
        faults.stop(name);
        signIns.forget();
    }

    /** Starts what was ended and waits until it serves. */
    public void start(String name) {
        faults.start(name, Map.of());
    }

    /** The same with these variables on top of its own; one that runs with others is replaced. Services only. */
    public void start(String name, Map<String, String> variables) {
        faults.start(name, variables);
    }

    /** Stops politely, starts again, waits until it serves. */
    public void restart(String name) {
        faults.stop(name);
        faults.start(name, Map.of());
    }

    /** SIGSTOP: it keeps its connections and says nothing. */
    public void freeze(String name) {
        faults.freeze(name);
    }

    /** SIGCONT. */
    public void thaw(String name) {
        faults.thaw(name);
    }

    public boolean isReady(String name) {
        return faults.isReady(name);
    }

    /** Waits up to a minute until it serves. */
    public void awaitReady(String name) {
        faults.awaitReady(name);
    }

    /** Restarts the caller with a line to the callee that can be spoilt; {@link #heal} ends it. */
    public FaultProxy between(String caller, String callee) {
        return proxies.between(caller, callee);
    }

    /** Restarts the service with a line to its database that can be spoilt; {@link #heal} ends it. */
    public FaultProxy toDatabase(String service) {
        return proxies.toDatabase(service);
    }

    /** The same with lines to all these callees and to its database, by one restart. */
    public List<FaultProxy> around(String service, List<String> callees) {
        return proxies.around(service, callees);
    }

    /**
     * Leases of events end after nine seconds instead of thirty, an order's after six instead of fifteen; to be said before
     * its first line. {@link #heal} ends it.
     */
    public void shortenLeases(String service) {
        proxies.set(
                service,
                Map.of(
                        "NIAGA_MESSAGING_OUTBOX_LEASE",
                        "9s",
                        "NIAGA_MESSAGING_OUTBOX_DELIVERYTIMEOUT",
                        "3s",
                        "NIAGA_ORDERS_CHECKOUT_LEASE",
                        "6s"));
    }

    /** Starts what was ended, behind the lines it had, and waits until it serves. */
    public void startAgain(String service) {
        proxies.startAgain(service);
    }

    /** As after the start: everything runs, with its own variables, and nothing is between. Done after each test class. */
    public void heal() {
        proxies.heal();
        faults.heal();
        proxies.close();
        signIns.forget();
    }

    /** Does what {@code ./niaga words} does with this system and gives what it said; when it fails, that is an error. */
    public String niaga(String... words) {
        return home.niaga(Map.of(), words);
    }

    /** The same, but that one keeps the variables it was started with. */
    public void healBut(String kept) {
        proxies.heal();
        faults.healBut(kept);
        proxies.close();
    }

    /** Names of those that should run and do not. */
    public List<String> dead() {
        return faults.dead();
    }

    public long pid(String name) {
        return faults.pid(name);
    }

    /** Names of all processes, in the order of their start. */
    public List<String> names() {
        return stack.names();
    }

    public Stack stack() {
        return stack;
    }

    /** What a person needs who looks for the reason of a failure. */
    List<String> report() {
        return faults.report();
    }

    private void end() {
        stack.processes().stop(stack.processes().table().all(), AT_ONCE);
    }

    private static SystemStack begin() {
        SystemStack system = new SystemStack(StackHome.chosen());
        if (!KEPT) {
            system.home.niaga(Map.of(), "down");
            Folders.delete(system.stack.home().data());
            Folders.delete(system.stack.home().logs());
            Guard guard = Guard.over(system.home);
            Runtime.getRuntime()
                    .addShutdownHook(new Thread(
                            () -> {
                                system.end();
                                guard.dismiss();
                            },
                            "end-of-the-stack"));
        }
        BuiltKeycloak.provide(system.home.folder());
        System.out.println(system.home.niaga(Map.of(), "up", "--no-training", "--timings"));
        return system;
    }

    private static final class Started {
        static final SystemStack STACK = begin();
    }
}
