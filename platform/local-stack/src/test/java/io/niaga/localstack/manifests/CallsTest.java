package io.niaga.localstack.manifests;

import static org.assertj.core.api.Assertions.assertThat;

import io.niaga.localstack.topology.Service;
import io.niaga.localstack.topology.Topology;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The calls that the topology names are the clients that the code has: addresses and network policies follow from them. */
class CallsTest {
    private static final Pattern CLIENT = Pattern.compile("@FeignClient\\(\\s*name = \"([a-z]+)\"");

    @Test
    void a_service_calls_those_it_has_clients_for() throws IOException {
        for (Service service : Topology.services()) {
            if (!service.name().equals("gateway")) {
                assertThat(clients(service)).as(service.name()).isEqualTo(new TreeSet<>(service.calls()));
            }
        }
    }

    @Test
    void the_gateway_calls_everybody() {
        assertThat(Topology.service("gateway").calls())
                .containsExactlyInAnyOrderElementsOf(Topology.services().stream()
                        .map(Service::shortName)
                        .filter(name -> !name.equals("gateway"))
                        .toList());
    }

    private static Set<String> clients(Service service) throws IOException {
        Set<String> names = new TreeSet<>();
        try (Stream<Path> files = Files.walk(Yamls.ROOT.resolve(service.name()).resolve("src/main/java"))) {
            for (Path file : files.filter(f -> f.toString().endsWith(".java")).toList()) {
                CLIENT.matcher(Files.readString(file)).results().forEach(found -> names.add(found.group(1)));
            }
        }
        return names;
    }
}
