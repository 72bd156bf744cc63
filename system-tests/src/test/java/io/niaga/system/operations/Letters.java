package io.niaga.system.operations;

import io.niaga.localstack.topology.Need;
import io.niaga.localstack.topology.Topology;
import io.niaga.system.harness.SystemStack;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import tools.jackson.databind.JsonNode;

/** What waits in the groups of all services, as their management ports tell and {@code ./niaga dead-letters} shows. */
final class Letters {
    private static final String PATH = "/actuator/deadletters/";
    private final SystemStack system;

    Letters(SystemStack system) {
        this.system = system;
    }

    /** Every group there is. */
    Set<String> groups() {
        Set<String> groups = new TreeSet<>();
        for (String service : services()) {
            system.management(service)
                    .get("/actuator/deadletters")
                    .expect(200)
                    .json("/groups")
                    .forEach(group -> groups.add(group.path("group").asString()));
        }
        return groups;
    }

    /** Why each of a key's waits, in the order they were published. */
    List<String> of(String group, String key) {
        return letters(group).stream()
                .filter(letter -> letter.path("key").asString("").equals(key))
                .map(letter -> letter.path("reason").asString())
                .toList();
    }

    /** Those of a key that wait for that reason. */
    void giveUp(String group, String key, String reason) {
        letters(group).stream()
                .filter(letter -> letter.path("key").asString("").equals(key)
                        && letter.path("reason").asString().equals(reason))
                .forEach(letter -> giveUp(group, letter));
    }

    void giveUpAll() {
        groups().forEach(group -> letters(group).forEach(letter -> giveUp(group, letter)));
    }

    private void giveUp(String group, JsonNode letter) {
        system.management(serviceOf(group))
                .delete(PATH + group + "?id=" + letter.path("id").asString())
                .expect(200);
    }

    private List<JsonNode> letters(String group) {
        return system.management(serviceOf(group))
                .get(PATH + group + "?limit=1000")
                .expect(200)
                .json("/letters")
                .valueStream()
                .toList();
    }

    /** Groups are named after their services. */
    private static String serviceOf(String group) {
        return group.substring(0, group.indexOf('-')) + "-service";
    }

    private static List<String> services() {
        return Topology.services().stream()
                .filter(service -> service.needs().contains(Need.BROKER))
                .map(service -> service.name())
                .toList();
    }
}
