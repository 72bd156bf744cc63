package io.niaga.localstack.topology;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class EnvironmentTest {
    private static final Ports PORTS = Ports.from(Map.of());
    private final Environment environment = new Environment(
            PORTS, Addresses.local(PORTS, "mongodb://127.0.0.1:27017", "/index"), name -> "secret of " + name);

    @Test
    void a_service_is_told_its_ports_its_identity_and_where_the_others_are() {
        assertThat(environment.of(Topology.service("order-service")))
                .containsEntry("SERVER_PORT", "8083")
                .containsEntry("MANAGEMENT_SERVER_PORT", "9083")
                .containsEntry("NIAGA_CLIENT_ID", "order-service")
                .containsEntry("NIAGA_CLIENT_SECRET", "secret of NIAGA_CLIENT_SECRET_ORDER_SERVICE")
                .containsEntry("NIAGA_ISSUER", "http://localhost:8180/realms/niaga")
                .containsEntry("NIAGA_KAFKA_BOOTSTRAP_SERVERS", "127.0.0.1:9092")
                .containsEntry("NIAGA_CATALOG_URL", "http://127.0.0.1:8081")
                .containsEntry("NIAGA_FULFILLMENT_URL", "http://127.0.0.1:8085")
                .doesNotContainKey("NIAGA_ORDER_URL");
    }

    @Test
    void a_secret_goes_only_where_it_is_needed() {
        for (Service service : Topology.services()) {
            Map<String, String> variables = environment.of(service);
            assertThat(variables.containsKey("NIAGA_CUSTOMER_KEY"))
                    .isEqualTo(service.name().equals("order-service"));
            assertThat(variables.containsKey("NIAGA_SANDBOX_WEBHOOK_SECRET"))
                    .isEqualTo(service.name().equals("payment-service"));
            assertThat(variables.values().stream()
                            .filter(value -> value.startsWith("secret of NIAGA_CLIENT"))
                            .toList())
                    .isEqualTo(
                            service.needs().contains(Need.CALLERS_TOKEN)
                                    ? List.of("secret of " + service.secretVariable())
                                    : List.of());
        }
    }

    @Test
    void the_gateway_knows_every_service() {
        assertThat(environment.of(Topology.service("gateway")).keySet())
                .contains(Topology.services().stream()
                        .filter(service -> !service.name().equals("gateway"))
                        .map(Service::urlVariable)
                        .toArray(String[]::new));
    }
}
