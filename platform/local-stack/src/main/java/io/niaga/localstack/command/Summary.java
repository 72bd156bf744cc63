package io.niaga.localstack.command;

import io.niaga.localstack.process.Running;
import io.niaga.localstack.stack.Stack;
import io.niaga.localstack.stack.Training;
import io.niaga.localstack.topology.Topology;
import java.io.PrintStream;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;

/** What a newcomer needs to know once everything runs. */
final class Summary {
    private static final double MEGABYTE = 1024.0 * 1024.0;
    private final Stack stack;
    private final PrintStream out;

    Summary(Stack stack, PrintStream out) {
        this.stack = stack;
        this.out = out;
    }

    /** Resident memory by process, the largest first. */
    void memory() {
        running().stream()
                .sorted(Comparator.comparingLong(
                                (Running running) -> running.pid().residentBytes())
                        .reversed())
                .forEach(running -> out.println(String.format(
                        Locale.ROOT,
                        "  %-20s memory %12.0f MB",
                        running.name(),
                        running.pid().residentBytes() / MEGABYTE)));
    }

    private List<Running> running() {
        return stack.processes().table().all().stream()
                .filter(Running::isAlive)
                .filter(running -> !running.name().equals(Training.NAME))
                .toList();
    }

    void print(double seconds) {
        List<Running> running = running();
        double megabytes =
                running.stream().mapToLong(r -> r.pid().residentBytes()).sum() / MEGABYTE;
        String gateway = "http://localhost:" + stack.ports().base();
        String keycloak = "http://localhost:" + stack.ports().keycloak();
        out.println();
        out.println(String.format(
                Locale.ROOT, "Niaga is up: %d processes, %.0f MB, %.1f s.", running.size(), megabytes, seconds));
        if (running.stream().noneMatch(r -> r.name().equals("gateway"))) {
            out.println("A part of the system only; the gateway is not among it.");
            return;
        }
        addresses(gateway, keycloak);
    }

    private void addresses(String gateway, String keycloak) {
        out.println("  gateway    " + gateway + "   docs " + gateway + "/docs");
        out.println("  Keycloak   " + keycloak + "   realm niaga");
        out.println("  database   " + stack.database().described());
        out.println("  broker     127.0.0.1:" + stack.ports().kafka());
        out.println("  sign-ins   operator, admin, seller, warehouse, support, marketer, analyst, buyer"
                + " (password = name)");
        out.println("  store      Toko Nusantara, " + Topology.DEMO_STORE);
        out.println("Try:");
        out.println("  curl '" + gateway + "/v1/search?q=kemeja'");
        out.println("  curl -d 'grant_type=password&client_id=niaga-demo&username=buyer&password=buyer' " + keycloak
                + "/realms/niaga/protocol/openid-connect/token");
        out.println("  ./niaga status      ./niaga logs -f      ./niaga down");
    }
}
