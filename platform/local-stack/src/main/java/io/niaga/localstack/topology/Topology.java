package io.niaga.localstack.topology;

import static io.niaga.localstack.topology.Jit.C1;
import static io.niaga.localstack.topology.Jit.C2;
import static io.niaga.localstack.topology.Need.BROKER;
import static io.niaga.localstack.topology.Need.CALLERS_TOKEN;
import static io.niaga.localstack.topology.Need.CUSTOMER_KEY;
import static io.niaga.localstack.topology.Need.DATABASE;
import static io.niaga.localstack.topology.Need.GUEST_TOKENS;
import static io.niaga.localstack.topology.Need.IDENTITY_ADMINISTRATION;
import static io.niaga.localstack.topology.Need.INDEX;
import static io.niaga.localstack.topology.Need.MAIL;
import static io.niaga.localstack.topology.Need.SANDBOX;
import static io.niaga.localstack.topology.Need.WEBHOOKS;

import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/** The whole system on one page: nine services, their ports, compilers, heaps, needs and calls. */
public final class Topology {
    public static final String DATABASE_NAME = "store";
    public static final String KAFKA = "kafka";
    public static final String KEYCLOAK = "keycloak";

    /** The store that a new stack is born with. */
    public static final String DEMO_STORE = "sto_01kavf8g00e4ttm0nbdjqsmn0n";

    private static final List<Service> SERVICES = List.of(
            service("catalog-service", 8081, C2, 256, GUEST_TOKENS).calling("fulfillment"),
            service("user-service", 8082, C1, 192, IDENTITY_ADMINISTRATION, MAIL)
                    .calling("order"),
            service("order-service", 8083, C2, 256, GUEST_TOKENS, CUSTOMER_KEY)
                    .calling("catalog", "payment", "fulfillment", "loyalty"),
            service("payment-service", 8084, C2, 192, GUEST_TOKENS, SANDBOX, WEBHOOKS),
            service("fulfillment-service", 8085, C2, 192, GUEST_TOKENS, SANDBOX),
            service("loyalty-service", 8086, C1, 192),
            service("search-service", 8087, C2, 256, INDEX),
            service("reporting-service", 8088, C1, 192),
            new Service("gateway", 8080, C2, 192, Set.of(), List.of())
                    .calling("catalog", "user", "order", "payment", "fulfillment", "loyalty", "search", "reporting"));

    private Topology() {}

    /** All services, the gateway last: it is ready when what it routes to is. */
    public static List<Service> services() {
        return SERVICES;
    }

    /** The service of that name; an unknown name is the caller's mistake. */
    public static Service service(String name) {
        return SERVICES.stream().filter(s -> s.name().equals(name)).findFirst().orElseThrow();
    }

    /** All but the gateway keep documents, listen to events and have a token of their own. */
    private static Service service(String name, int port, Jit jit, int heap, Need... more) {
        EnumSet<Need> needs = EnumSet.of(DATABASE, BROKER, CALLERS_TOKEN);
        needs.addAll(List.of(more));
        return new Service(name, port, jit, heap, needs, List.of());
    }
}
