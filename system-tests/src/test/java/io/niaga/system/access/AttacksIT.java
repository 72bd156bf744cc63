package io.niaga.system.access;

import static org.assertj.core.api.Assertions.assertThat;

import io.niaga.system.harness.SystemIT;
import io.niaga.system.harness.SystemStack;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import tools.jackson.databind.JsonNode;

/**
 * Bodies, paths and queries that nobody honest would send, to every operation, by somebody who may use it: a clear 4xx or an
 * honest answer, never a failure of ours, and what was refused changed nothing. {@code -Dniaga.proofs.full=true} sends all of
 * them, else one in 29.
 */
// Before an order that anybody left unpaid is half an hour old and expires while stores are compared.
@Order(11)
@SystemIT
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class AttacksIT {
    private static final int STEP = Boolean.getBoolean("niaga.proofs.full") ? 1 : 29;
    private final List<Row> rows = AccessTable.read();
    private final World world = World.shared();
    private final Calls calls = new Calls(world);
    private final List<Pressure> pressures = new ArrayList<>();

    @BeforeAll
    void withoutQuotas(SystemStack stack) {
        stack.start("gateway", Quotas.NONE);
        rows.forEach(calls::prepare);
        // An account comes to be when it is first asked for.
        rows.stream().filter(row -> !row.may().isEmpty()).forEach(row -> calls.match(row, honest(row)));
    }

    @AfterAll
    void report() {
        world.restore();
        System.out.printf(
                "attacks: %d inputs, %d not answered as they should be%n",
                pressures.stream().mapToInt(one -> one.tried).sum(),
                pressures.stream().mapToInt(one -> one.wrong.size()).sum());
    }

    @Test
    void bodies_that_nobody_could_mean_are_refused_and_change_nothing() throws InterruptedException {
        Pressure pressure = pressure();
        StoredState stored = new StoredState(world.site);
        Map<String, Integer> before = stored.settled();
        for (Row row : rows) {
            if (row.body() != null && !row.may().isEmpty()) {
                String actor = honest(row);
                Calls.Made made = calls.describe(row);
                JsonNode body = java.util.Objects.requireNonNull(made.body());
                thinned(BodyAttacks.of(row.method(), made.path(), made.type(), body)).stream()
                        .filter(attack -> attack.refused() && !isFree(row) && !isLeftOut(row, attack))
                        .forEach(attack -> pressure.send(row, actor, attack));
            }
        }
        Set<String> changed = StoredState.changed(before, stored.settled());
        assertThat(pressure.tried).as("attacks").isGreaterThan(rows.size());
        assertThat(pressure.wrong).isEmpty();
        assertThat(changed).as("collections that a refused call changed").isEmpty();
    }

    @Test
    void odd_paths_queries_and_numbers_are_never_a_failure_of_ours() {
        Pressure pressure = pressure();
        Map<String, List<String>> parameters = parameters();
        for (Row row : rows) {
            String actor = row.may().isEmpty() ? "nobody" : honest(row);
            Calls.Made made = calls.describe(row);
            List<Attack> attacks =
                    new ArrayList<>(QueryAttacks.of(row, made.path(), parameters.getOrDefault(row.call(), List.of())));
            if (made.body() != null && !isFree(row)) {
                BodyAttacks.of(row.method(), made.path(), made.type(), made.body()).stream()
                        .filter(attack -> !attack.refused())
                        .forEach(attacks::add);
            }
            thinned(attacks).forEach(attack -> pressure.send(row, actor, attack));
        }
        assertThat(pressure.tried).as("attacks").isGreaterThan(rows.size());
        assertThat(pressure.wrong).isEmpty();
    }

    private Pressure pressure() {
        Pressure one = new Pressure(world);
        pressures.add(one);
        return one;
    }

    /** Imports take lines, not a document; what they make of odd ones is in their rows. */
    private static boolean isFree(Row row) {
        return row.call().equals("POST /v1/product-imports") || row.call().startsWith("POST /v1/payment-webhooks");
    }

    /** Of this one the body may be left out. */
    private static boolean isLeftOut(Row row, Attack attack) {
        return row.call().equals("POST /v1/carts") && Set.of("", "null").contains(attack.body());
    }

    private static String honest(Row row) {
        return Actors.ALL.stream()
                .filter(row.may()::contains)
                .reduce((first, last) -> last.equals("service") ? first : last)
                .orElseThrow();
    }

    private static List<Attack> thinned(List<Attack> attacks) {
        List<Attack> some = new ArrayList<>();
        for (int i = Math.floorMod(attacks.hashCode(), STEP); i < attacks.size(); i += STEP) {
            some.add(attacks.get(i));
        }
        return some;
    }

    /** What each operation takes in its query. */
    private Map<String, List<String>> parameters() {
        Map<String, List<String>> names = new TreeMap<>();
        for (String service : Site.documents()) {
            JsonNode paths = world.site.gateway().get("/v1/openapi/" + service).json("/paths");
            paths.properties()
                    .forEach(path -> path.getValue().properties().forEach(method -> {
                        Set<String> query = new HashSet<>(Set.of("x"));
                        method.getValue().path("parameters").forEach(parameter -> {
                            if (parameter.path("in").asString("").equals("query")) {
                                query.add(parameter.path("name").asString());
                            }
                        });
                        names.put(
                                method.getKey().toUpperCase(java.util.Locale.ROOT) + " " + path.getKey(),
                                List.copyOf(query));
                    }));
        }
        return names;
    }
}
