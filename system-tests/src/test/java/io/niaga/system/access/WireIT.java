package io.niaga.system.access;

import static org.assertj.core.api.Assertions.assertThat;

import io.niaga.system.harness.SystemIT;
import io.niaga.testsupport.Answer;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** HTTP that two parsers could read differently, and headers that try to change who asks for what. */
@SystemIT
class WireIT {
    private final World world = World.shared();
    private final Raw gateway = new Raw(world.site.ports().base(), 3_000);

    @Test
    void what_two_parsers_could_read_differently_is_refused() {
        List<String> wrong = new ArrayList<>();
        WireCases.refused().forEach((flaw, request) -> {
            Raw.Reply reply = gateway.send(request);
            int status = reply.status();
            if (status != 0 && (status < 400 || status >= 500)) {
                wrong.add(flaw + " -> " + reply.head());
            }
            // Whoever asks next is answered their own question.
            Answer next = world.site.gateway().get("/v1/stores/" + Site.STORE);
            if (next.status() != 200 || !next.text("/id").equals(Site.STORE)) {
                wrong.add("after " + flaw + " the next one was answered " + next);
            }
        });
        assertThat(wrong).isEmpty();
    }

    @Test
    void odd_requests_are_never_a_failure_of_ours_nor_two() {
        List<String> wrong = new ArrayList<>();
        Set<Integer> statuses = new HashSet<>();
        WireCases.calm().forEach((flaw, request) -> {
            Raw.Reply reply = gateway.send(request);
            statuses.add(reply.status());
            if (reply.status() >= 500 || reply.status() == 101 || reply.answers() > 1) {
                wrong.add(flaw + " -> " + reply.head());
            }
        });
        assertThat(wrong).isEmpty();
        // Those that are only odd are answered: somebody listened.
        assertThat(statuses).contains(200);
    }

    @Test
    void headers_do_not_change_who_asks_for_what() {
        String category = world.value("category");
        Map<String, String> operator = world.actors.credentials("operator");
        for (String header : List.of("X-HTTP-Method-Override", "X-HTTP-Method", "X-Method-Override", "_method")) {
            for (String method : List.of("GET", "POST")) {
                gateway.send(method, "/v1/categories/" + category, with(operator, header, "DELETE"), new byte[0]);
            }
        }
        assertThat(world.as("operator").get("/v1/categories/" + category).status())
                .isEqualTo(200);
        for (String header : List.of(
                "X-Original-URL", "X-Rewrite-URL", "X-Forwarded-Uri", "X-Forwarded-Prefix", "X-Forwarded-Path")) {
            Raw.Reply reply = gateway.send(
                    "GET", "/v1/stores/" + Site.STORE, with(operator, header, "/internal/v1/orders"), new byte[0]);
            assertThat(reply.json().path("id").asString()).as(header).isEqualTo(Site.STORE);
        }
        for (String header : List.of("X-Forwarded-Host", "X-Forwarded-Server", "Forwarded", "X-Host")) {
            Raw.Reply reply =
                    gateway.send("GET", "/v1/products?limit=1", Map.of(header, "host=evil.example"), new byte[0]);
            assertThat(reply.status()).as(header).isEqualTo(200);
            assertThat(reply.text()).as(header).doesNotContain("evil.example");
        }
    }

    @Test
    void nobody_speaks_for_somebody_else() {
        String buyer = world.as("buyer").get("/v1/me").text("/id");
        for (String actor : List.of("service", "operator", "other-buyer", "nobody")) {
            Answer me = world.as(actor).with("On-Behalf-Of", buyer).get("/v1/me");
            if (me.status() == 200) {
                assertThat(me.text("/id")).as(actor).isNotEqualTo(buyer);
            } else {
                assertThat(me.status()).as(actor).isIn(401, 403);
            }
            Answer orders = world.as(actor).with("On-Behalf-Of", buyer).get("/v1/orders");
            assertThat(orders.body()).as(actor).doesNotContain(world.value("buyer-order"));
        }
    }

    @Test
    void an_address_cannot_be_changed_by_a_header() {
        List<Long> left = new ArrayList<>();
        for (int i = 0; i < 8; i++) {
            Raw.Reply reply = gateway.send(
                    "POST",
                    "/v1/users",
                    Map.of(
                            "X-Forwarded-For",
                            "10.9.8." + i,
                            "X-Real-IP",
                            "10.9.8." + i,
                            "Forwarded",
                            "for=10.9.8." + i),
                    "{}".getBytes(java.nio.charset.StandardCharsets.UTF_8));
            assertThat(reply.status()).isIn(400, 415);
            left.add(Long.parseLong(reply.head().replaceAll("(?s).*\"registration\";r=(\\d+).*", "$1")));
        }
        // One comes back every three seconds; of an address of its own each would leave as much.
        assertThat(left.getLast()).as("%s", left).isLessThan(left.getFirst() - 3);
    }

    private static Map<String, String> with(Map<String, String> headers, String name, String value) {
        Map<String, String> more = new LinkedHashMap<>(headers);
        more.put(name, value);
        return more;
    }
}
