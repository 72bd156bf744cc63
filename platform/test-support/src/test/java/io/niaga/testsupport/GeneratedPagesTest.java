package io.niaga.testsupport;

import static org.assertj.core.api.Assertions.assertThat;

import io.niaga.types.CommonProblem;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class GeneratedPagesTest {
    @Test
    void problems_are_listed_with_status_and_detail() {
        ProblemParameters thrown = new ProblemParameters(Map.of("STALE_VERSION", Set.of("version", "by")));
        assertThat(ProblemsGolden.page("io.niaga.types", thrown))
                .startsWith("### CommonProblem\n\n| code | status | detail | parameters |\n| --- | --- | --- | --- |\n")
                .contains("| `STALE_VERSION` | 412 | The resource changed since you read it. | `by` `version` |")
                .contains("| `FORBIDDEN` | 403 | You may not {action} here. | `action` |");
    }

    @Test
    void parameters_are_those_that_the_sources_name(@TempDir Path folder) throws IOException {
        Files.writeString(folder.resolve("Gate.java"), """
                class Gate {
                    void open() {
                        throw GateProblem.GATE_SHUT.with("since", now()).with("by", "me").at("/x", "X", "x");
                    }
                    void shut(Api api) {
                        api.with("Accept", "x");
                        throw GATE_STUCK.now().with("force", 1);
                    }
                }""");
        assertThat(ProblemParameters.in(List.of(folder)).thrown())
                .isEqualTo(Map.of("GATE_SHUT", Set.of("by", "since"), "GATE_STUCK", Set.of("force")));
    }

    @Test
    void the_problems_that_all_services_share_are_documented() {
        ProblemsGolden.check("common", "io.niaga.types");
    }

    @Test
    void the_settings_that_all_services_share_are_documented() {
        ConfigurationGolden.checkShared();
    }

    @Test
    void permissions_are_ordered_by_action_and_rank() {
        String rows = """
                - {role: seller, action: "stock:write", scope: store, fields: ["/onHand"]}
                - {role: operator, action: "stock:write", scope: all, fields: ["/"]}
                - {role: guest, action: "cart:read", scope: own}
                """;
        assertThat(PermissionsGolden.page(Yaml.read(rows.getBytes(StandardCharsets.UTF_8))))
                .isEqualTo("""
                        | action | role | scope | fields that may change |
                        | --- | --- | --- | --- |
                        | `cart:read` | guest | own |  |
                        | `stock:write` | operator | all | all |
                        | `stock:write` | seller | store | `/onHand` |
                        """);
    }

    @Test
    void states_are_a_row_each_and_a_refused_move_shows_its_code() {
        StatesGolden page = StatesGolden.of("tiny")
                .machine("Thing", List.of("OPEN", "CLOSED"), List.of("close", "poke"), (state, move) -> switch (state
                        + "." + move) {
                    case "OPEN.close" -> "CLOSED";
                    case "CLOSED.close" -> throw CommonProblem.CONCURRENT_CHANGE.now();
                    case "CLOSED.poke" -> "CLOSED";
                    default -> "";
                });
        assertThat(page.page()).isEqualTo("""
                        ### Thing

                        | state | close | poke |
                        | --- | --- | --- |
                        | **OPEN** | CLOSED |  |
                        | **CLOSED** | `CONCURRENT_CHANGE` | = |
                        """);
    }

    @Test
    void an_api_document_is_written_in_a_stable_order_without_its_address() {
        String document = """
                {"paths":{"/v1/b":{},"/v1/a":{"get":{"operationId":"a","summary":"A"}}},"openapi":"3.1.0",
                 "servers":[{"url":"http://localhost:4711"}],
                 "components":{"schemas":{"A":{"required":["b","a"],"enum":["Z","A"],"type":"object"}}}}""";
        assertThat(OpenApiGolden.page(Json.read(document)))
                .startsWith("# Generated")
                .contains("openapi: 3.1.0\npaths:\n  /v1/a:")
                .contains("required:\n      - a\n      - b\n")
                .contains("enum:\n      - Z\n      - A\n")
                .doesNotContain("4711");
    }

    @Test
    void an_api_document_that_clients_cannot_be_made_from_is_flawed() {
        String document = """
                {"paths":{"/v1/a":{"get":{"operationId":"getSame","summary":"A",
                   "responses":{"200":{"content":{"*/*":{}}}}},
                 "post":{"operationId":"getOther","summary":"C"},
                 "put":{"operationId":"getSame"}},
                 "/v1/b":{"get":{"operationId":"things","summary":"B"},
                 "put":{"operationId":"putThing_1","summary":"B"},
                 "delete":{"summary":"D"}}},
                 "components":{"schemas":{"Thing":{"type":"object","properties":{
                   "named":{"$ref":"#/components/schemas/Part"},
                   "parts":{"items":{"type":"object","properties":{"of":{"type":"string"}}}}}}}}}""";
        assertThat(OpenApiGolden.flaws(Json.read(document), Set.of("getOther")))
                .containsExactlyInAnyOrder(
                        "GET /v1/a has a body of any type",
                        "POST /v1/a has no operationId of its own",
                        "PUT /v1/a has no operationId of its own",
                        "PUT /v1/a has no summary",
                        "GET /v1/b does not say what it does: things",
                        "PUT /v1/b does not say what it does: putThing_1",
                        "DELETE /v1/b does not say what it does: ",
                        "Thing has an object without a name: [of]");
    }
}
