package io.niaga.localstack.topology;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;
import org.junit.jupiter.api.Test;

class PortsTest {

    @Test
    void usual_ports_are_those_of_the_documentation() {
        Ports ports = Ports.from(Map.of());
        assertThat(ports.base()).isEqualTo(8080);
        assertThat(ports.keycloak()).isEqualTo(8180);
        assertThat(ports.keycloakManagement()).isEqualTo(9180);
        assertThat(ports.kafka()).isEqualTo(9092);
        assertThat(ports.database()).isEqualTo(27_017);
        assertThat(Topology.services())
                .extracting(service -> service.name() + " " + service.port(ports) + " " + service.managementPort(ports))
                .containsExactlyInAnyOrder(
                        "gateway 8080 9080",
                        "catalog-service 8081 9081",
                        "user-service 8082 9082",
                        "order-service 8083 9083",
                        "payment-service 8084 9084",
                        "fulfillment-service 8085 9085",
                        "loyalty-service 8086 9086",
                        "search-service 8087 9087",
                        "reporting-service 8088 9088");
    }

    @Test
    void a_base_moves_every_port_by_the_same_distance() {
        Ports ports = Ports.from(Map.of("NIAGA_PORT_BASE", "18080"));
        assertThat(ports.kafka()).isEqualTo(19_092);
        assertThat(ports.database()).isEqualTo(37_017);
        assertThat(Topology.service("reporting-service").managementPort(ports)).isEqualTo(19_088);
    }

    @Test
    void no_two_processes_share_a_port() {
        Map<Integer, String> ports = PortMap.ofAll(Ports.from(Map.of()), true);
        assertThat(ports).hasSize(5 + 2 * Topology.services().size());
    }

    @Test
    void a_base_that_is_no_port_is_refused_in_one_sentence() {
        assertThatThrownBy(() -> Ports.from(Map.of("NIAGA_PORT_BASE", "many")))
                .hasMessage("NIAGA_PORT_BASE must be a port number, not \"many\".");
        assertThatThrownBy(() -> Ports.from(Map.of("NIAGA_PORT_BASE", "60000")))
                .hasMessageContaining("between 1024 and 46000");
    }
}
