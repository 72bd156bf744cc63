package io.niaga.system.operations;

import static org.assertj.core.api.Assertions.assertThat;

import io.niaga.localstack.topology.Need;
import io.niaga.localstack.topology.Service;
import io.niaga.localstack.topology.Topology;
import io.niaga.system.harness.SystemIT;
import io.niaga.system.harness.SystemStack;
import io.niaga.system.shop.Shop;
import io.niaga.testsupport.Api;
import java.io.IOException;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;

/**
 * Each service in two replicas, each replica replaced in turn while people look around and buy: no request fails. What runs
 * is what Kubernetes would run, and whoever is ready is found as there. Minutes long, so only with {@code -Pproofs}.
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
    private final Map<String, Balancer> balancers = new LinkedHashMap<>();

    @AfterEach
    void close() throws IOException {
        replicas.values().forEach(Replica::stop);
        for (Balancer balancer : balancers.values()) {
            balancer.close();
        }
    }

    @Test
    void no_request_fails_while_every_service_is_replaced(SystemStack stack) throws Exception {
        String sku = new Shop(stack).goods(Shop.newSku("ROLL"), 30_000, 100_000);
        twoOfEach(stack);
        Shoppers shoppers = new Shoppers(() -> Api.at(of(balancers, "gateway").address()), sku);
        shoppers.begin(2, 2);
        List<String> failures;
        try {
            replaceAll(stack, shoppers);
        } finally {
            failures = shoppers.end();
        }
        System.out.println(shoppers.requests() + " requests, " + shoppers.purchases() + " purchases, " + failures.size()
                + " failures");
        assertThat(failures).isEmpty();
        assertThat(shoppers.purchases()).isGreaterThan(100);
        assertThat(shoppers.requests()).isGreaterThan(5_000);
    }

    private void replaceAll(SystemStack stack, Shoppers shoppers) {
        for (Service service : Topology.services()) {
            int before = shoppers.purchases();
            stack.stop(service.name());
            stack.start(service.name(), variables(service));
            of(replicas, service.name()).stop();
            of(replicas, service.name()).start(variables(service));
            System.out.println(service.name() + ": " + (shoppers.purchases() - before) + " purchases meanwhile");
        }
    }

    /** Everybody in two replicas behind one address, and nobody called but there. */
    private void twoOfEach(SystemStack stack) throws IOException {
        for (Service service : Topology.services()) {
            Replica replica = new Replica(stack, service.name());
            replicas.put(service.name(), replica);
            String management =
                    "http://127.0.0.1:" + service.managementPort(stack.stack().ports());
            balancers.put(
                    service.name(),
                    new Balancer(Map.of(
                            stack.stack().port(service.name()), management, replica.port(), replica.management())));
        }
        for (Service service : Topology.services()) {
            of(replicas, service.name()).start(variables(service));
            stack.start(service.name(), variables(service));
        }
    }

    private Map<String, String> variables(Service service) {
        Map<String, String> variables = new HashMap<>(DRAINING);
        for (String called : service.calls()) {
            Service other = Topology.service(called + "-service");
            variables.put(other.urlVariable(), of(balancers, other.name()).address());
        }
        if (service.name().equals("gateway")) {
            variables.putAll(UNLIMITED);
        }
        if (service.needs().contains(Need.WEBHOOKS)) {
            variables.put("NIAGA_WEBHOOK_BASE_URL", of(balancers, "gateway").address());
        }
        return variables;
    }

    private static <T> T of(Map<String, T> all, String service) {
        return Objects.requireNonNull(all.get(service));
    }
}
