package io.niaga.system.access;

import com.mongodb.client.MongoDatabase;
import io.niaga.localstack.home.Home;
import io.niaga.localstack.secrets.Secrets;
import io.niaga.localstack.topology.Ports;
import io.niaga.localstack.topology.Service;
import io.niaga.localstack.topology.Topology;
import io.niaga.system.harness.SystemStack;
import io.niaga.testsupport.Api;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** The system from the point of view of somebody who wants in: its doors, its secrets, what it keeps, what it writes down. */
record Site(SystemStack stack) {
    static final String STORE = SystemStack.STORE;

    Api gateway() {
        return stack.api();
    }

    Ports ports() {
        return stack.stack().ports();
    }

    Api keycloak() {
        return Api.at("http://localhost:" + ports().keycloak());
    }

    /** What each service keeps. */
    Stream<MongoDatabase> databases() {
        return services().stream().map(service -> stack.database(service.name()));
    }

    Path root() {
        return home().root();
    }

    Path logs() {
        return home().logs();
    }

    String secret(String name) {
        return Secrets.keptIn(home().secrets()).get(name);
    }

    private Home home() {
        return stack.stack().home();
    }

    /** All but the gateway. */
    static List<Service> services() {
        return Topology.services().stream()
                .filter(service -> !service.name().equals("gateway"))
                .toList();
    }

    /** Short names of all services that publish an API document. */
    static List<String> documents() {
        return services().stream()
                .map(service -> service.name().replace("-service", ""))
                .toList();
    }
}
