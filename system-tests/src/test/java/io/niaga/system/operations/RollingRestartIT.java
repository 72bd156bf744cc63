package io.niaga.system.operations;

import static org.assertj.core.api.Assertions.assertThat;

import io.niaga.localstack.topology.Service;
import io.niaga.localstack.topology.Topology;
import io.niaga.system.harness.SystemIT;
import io.niaga.system.harness.SystemStack;
import io.niaga.system.shop.Shop;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;

/**
 * Each service in two replicas, each replica replaced in turn while people look around and buy: no request fails. Minutes long,
 * so only with {@code -Pproofs}.
 */
@SystemIT
@EnabledIfSystemProperty(named = "niaga.proofs.full", matches = "true")
class RollingRestartIT {
    /** Longer than anybody reuses an idle connection (5 s). */
    private static final Map<String, String> DRAINING = Map.of("NIAGA_DRAIN", "6s");

    /** One guest's address stands for all buyers here. */
    private static final Map<String, String> UNLIMITED = Map.of(
            "NIAGA_QUOTA_READ", "1000000",
            "NIAGA_QUOTA_WRITE", "1000000",
            "NIAGA_QUOTA_CHECKOUT", "1000000");

    private final Map<String, Replica> replicas = new LinkedHashMap<>();

    @Test
    void no_request_fails_while_every_service_is_replaced(SystemStack stack) throws Exception {
        String sku = new Shop(stack).goods(Shop.newSku("ROLL"), 30_000, 100_000);
        for (Service service : Topology.services()) {
            replicas.put(service.name(), new Replica(stack, service.name()));
        }
        try (Doors doors = open(stack)) {
            Shoppers shoppers = new Shoppers(doors, sku);
            shoppers.begin(2, 2);
            for (Service service : Topology.services()) {
                int before = shoppers.purchases();
                stack.stop(service.name());
                stack.start(service.name(), variables(stack, service));
                replica(service).stop();
                replica(service).start(variables(stack, service));
                System.out.println(service.name() + ": " + (shoppers.purchases() - before) + " purchases meanwhile");
            }
            List<String> failures = shoppers.end();
            System.out.println(shoppers.looks() + " reads, " + shoppers.purchases() + " purchases, " + failures.size()
                    + " failures");
            assertThat(failures).isEmpty();
            assertThat(shoppers.purchases()).isGreaterThan(20);
            assertThat(shoppers.looks()).isGreaterThan(200);
        } finally {
            replicas.values().forEach(Replica::stop);
        }
    }

    /** Everybody in two replicas, knowing both of each they call. */
    private Doors open(SystemStack stack) {
        for (Service service : Topology.services()) {
            replica(service).start(variables(stack, service));
        }
        for (Service service : Topology.services()) {
            stack.start(service.name(), variables(stack, service));
        }
        Service gateway = Topology.service("gateway");
        return new Doors(Map.of(
                "http://127.0.0.1:" + stack.stack().port("gateway"),
                "http://127.0.0.1:" + gateway.managementPort(stack.stack().ports()),
                replica(gateway).address(),
                replica(gateway).management()));
    }

    private Replica replica(Service service) {
        return java.util.Objects.requireNonNull(replicas.get(service.name()));
    }

    private Map<String, String> variables(SystemStack stack, Service service) {
        Map<String, String> variables = new HashMap<>(DRAINING);
        for (String called : service.calls()) {
            Service other = Topology.service(called + "-service");
            variables.put(
                    other.urlVariable(),
                    "http://127.0.0.1:" + stack.stack().port(other.name()) + ","
                            + replica(other).address());
        }
        if (service.name().equals("gateway")) {
            variables.putAll(UNLIMITED);
        }
        return variables;
    }
}
