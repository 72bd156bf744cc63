package io.niaga.system.access;

import static org.assertj.core.api.Assertions.assertThat;

import io.niaga.localstack.secrets.Secrets;
import io.niaga.localstack.topology.Service;
import io.niaga.localstack.topology.Topology;
import io.niaga.system.harness.SystemIT;
import io.niaga.testsupport.Answer;
import io.niaga.testsupport.Api;
import java.io.IOException;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** What lies behind the gateway: paths between services, each service's own port, the ports of operations. */
@SystemIT
class PortsIT {
    private static final Pattern INTERNAL = Pattern.compile("`(GET|PUT|POST|DELETE|PATCH) (/internal/v1/[^` ?]+)");
    private static final Pattern CALLEE = Pattern.compile("## .* → (\\w+)");
    private static final List<String> HIDDEN = List.of(
            "env",
            "configprops",
            "beans",
            "heapdump",
            "threaddump",
            "loggers",
            "mappings",
            "shutdown",
            "httpexchanges",
            "logfile",
            "jolokia",
            "sessions",
            "caches",
            "conditions",
            "scheduledtasks",
            "refresh",
            "gateway/routes");

    private record InternalCall(String callee, String method, String path) {
        Answer by(Api api) {
            return api.send(method, path, "application/json", "{}".getBytes(java.nio.charset.StandardCharsets.UTF_8));
        }
    }

    private final World world = World.shared();
    private final Site site = world.site;

    @Test
    void no_internal_path_is_reachable_from_outside() throws IOException {
        List<String> wrong = new ArrayList<>();
        for (InternalCall call : internalCalls()) {
            for (String actor : List.of("nobody", "buyer", "operator", "service")) {
                Answer answer = call.by(world.as(actor));
                if (answer.status() != 404 || !answer.text("/code").equals("NO_SUCH_PATH")) {
                    wrong.add(actor + ": " + answer);
                }
            }
        }
        assertThat(wrong).isEmpty();
    }

    @Test
    void a_service_asked_directly_lets_only_services_call_what_is_internal() throws IOException {
        List<String> wrong = new ArrayList<>();
        for (InternalCall call : internalCalls()) {
            Api direct = site.stack().service(call.callee() + "-service");
            expect(wrong, "nobody", 401, call.by(direct));
            for (String actor : List.of("buyer", "administrator", "operator", "partner")) {
                expect(wrong, actor, 403, call.by(direct.as(world.actors.token(actor))));
                expect(
                        wrong,
                        actor + " for somebody",
                        403,
                        call.by(direct.as(world.actors.token(actor))
                                .with("On-Behalf-Of", "usr_01kavf8g00e008000000000001")));
            }
        }
        assertThat(wrong).isEmpty();
    }

    @Test
    void ports_of_operations_show_health_and_metrics_and_no_secret() {
        List<String> wrong = new ArrayList<>();
        for (Service service : Topology.services()) {
            Api operations = site.stack().management(service.name());
            for (String hidden : HIDDEN) {
                for (String method : List.of("GET", "POST")) {
                    int status = operations
                            .send(method, "/actuator/" + hidden, null, new byte[0])
                            .status();
                    if (status != 404) {
                        wrong.add(service.name() + " " + method + " /actuator/" + hidden + " -> " + status);
                    }
                }
                if (site.stack()
                                .service(service.name())
                                .get("/actuator/" + hidden)
                                .status()
                        < 400) {
                    wrong.add(service.name() + " shows /actuator/" + hidden + " on its public port");
                }
            }
            for (String shown : List.of("", "/health", "/info", "/prometheus")) {
                Answer answer = operations.get("/actuator" + shown);
                if (answer.status() == 404) {
                    wrong.add(service.name() + " does not show " + shown);
                }
                String body = answer.body();
                Secrets.names().stream()
                        .filter(name -> body.contains(site.secret(name)))
                        .forEach(name -> wrong.add(service.name() + shown + " shows " + name));
                Traces.all().stream()
                        .filter(body::contains)
                        .forEach(t -> wrong.add(service.name() + shown + " shows " + t));
            }
        }
        assertThat(wrong).isEmpty();
    }

    private static void expect(List<String> wrong, String actor, int status, Answer answer) {
        if (answer.status() != status) {
            wrong.add(actor + ": " + answer);
        } else {
            answer.expectProblem();
        }
    }

    /** Those that the page about calls between services lists. */
    private List<InternalCall> internalCalls() throws IOException {
        List<InternalCall> calls = new ArrayList<>();
        String callee = "";
        for (String line : Files.readAllLines(site.root().resolve("docs/internal-api.md"))) {
            Matcher section = CALLEE.matcher(line);
            callee = section.matches() ? section.group(1) : callee;
            Matcher call = INTERNAL.matcher(line);
            while (call.find()) {
                String path = call.group(2).replaceAll("\\{(\\w{3})[^}]*}", "$1_01kavf8000e008000000000001");
                calls.add(new InternalCall(callee, call.group(1), path));
            }
        }
        assertThat(calls).as("calls in docs/internal-api.md").hasSizeGreaterThan(10);
        return calls;
    }
}
