package io.niaga.system.access;

import static org.assertj.core.api.Assertions.assertThat;

import io.niaga.system.harness.SystemIT;
import io.niaga.testsupport.Answer;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestMethodOrder;
import tools.jackson.databind.JsonNode;

/** Every operation for every kind of caller, compared with {@code access.yml}; before others use up what its rows are about. */
@SystemIT
@Order(10)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class MatrixIT {
    private final List<Row> rows = AccessTable.read();
    private final World world = World.shared();
    private final Site site = world.site;
    private final Calls calls = new Calls(world);
    private int tried;
    private int deviations;

    @AfterAll
    void report() {
        world.restore();
        long operations = rows.stream().map(Row::call).distinct().count();
        System.out.printf(
                "access: %d operations, %d rows, %d kinds of callers, %d calls, %d deviations%n",
                operations, rows.size(), Actors.ALL.size(), tried, deviations);
    }

    @Test
    @Order(1)
    void every_operation_is_in_the_table_and_no_other() {
        Set<String> published = new TreeSet<>();
        for (String service : Site.documents()) {
            JsonNode paths =
                    site.gateway().get("/v1/openapi/" + service).expect(200).json("/paths");
            paths.properties()
                    .forEach(path -> path.getValue().propertyNames().stream()
                            .filter(method -> Set.of("get", "post", "put", "patch", "delete")
                                    .contains(method))
                            .forEach(method ->
                                    published.add(method.toUpperCase(java.util.Locale.ROOT) + " " + path.getKey())));
        }
        Set<String> listed = rows.stream().map(Row::call).collect(Collectors.toCollection(TreeSet::new));
        assertThat(listed).as("operations in access.yml").containsExactlyInAnyOrderElementsOf(published);
    }

    @Test
    @Order(2)
    void who_does_not_belong_there_is_refused_and_changes_nothing() throws InterruptedException {
        // Everything the rows are about is made before anybody is refused.
        rows.forEach(row -> calls.prepare(row));
        // An account comes to be when it is first asked for.
        Actors.ALL.forEach(actor -> world.as(actor).get("/v1/me"));
        world.actors.awaitExpiry();
        StoredState stored = new StoredState(site);
        Map<String, Integer> before = stored.settled();
        List<String> wrong = new ArrayList<>();
        for (Row row : rows) {
            row.actors(false).forEach(actor -> compare(row, actor, wrong));
        }
        Set<String> changed = StoredState.changed(before, stored.settled());
        changed.forEach(collection -> wrong.add("a refused call changed " + collection));
        assertThat(wrong).as("deviations from access.yml").isEmpty();
    }

    @Test
    @Order(3)
    void who_belongs_there_is_let_in() {
        List<String> wrong = new ArrayList<>();
        Set<String> inert = new LinkedHashSet<>();
        for (Row row : rows) {
            boolean worked = row.conflict() || row.may().isEmpty();
            for (String actor : row.actors(true)) {
                worked |= compare(row, actor, wrong) < 300;
            }
            if (!worked) {
                inert.add(row.toString());
            }
        }
        assertThat(wrong).as("answers that differ from access.yml").isEmpty();
        assertThat(inert).as("operations that nobody could use").isEmpty();
    }

    private int compare(Row row, String actor, List<String> wrong) {
        tried++;
        Answer answer;
        try {
            answer = calls.make(row, actor);
        } catch (AssertionError unprepared) {
            wrong.add(row + " as " + actor + " could not be called: " + unprepared.getMessage());
            return 599;
        }
        if (!row.fits(actor, answer)) {
            deviations++;
            wrong.add(row + " as " + actor + ": expected " + row.expected(actor) + ", " + answer);
        } else if (answer.status() >= 400) {
            answer.expectProblem();
        }
        return answer.status();
    }
}
