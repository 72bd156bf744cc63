package io.niaga.system.access;

import static io.niaga.testsupport.Eventually.eventually;
import static org.assertj.core.api.Assertions.assertThat;

import io.niaga.testsupport.Answer;
import io.niaga.testsupport.Api;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** Resources of the demo store as they were before anybody changed them. */
final class Original {
    private final World world;
    private static final String CLIENTS = "/v1/api-clients?limit=100&store=" + Site.STORE;

    private final Map<String, JsonNode> before = new HashMap<>();
    private final List<String> clients;

    Original(World world, List<String> paths) {
        this.world = world;
        paths.forEach(path ->
                before.put(path, world.as("operator").get(path).expect(200).json()));
        clients = clients();
    }

    void restore() {
        Api operator = world.as("operator");
        before.forEach((path, then) -> {
            Answer now = operator.get(path).expect(200);
            if (!now.json().equals(then)) {
                Api matching = operator.matching(now);
                Answer restored = path.equals("/v1/stores/" + Site.STORE)
                        ? matching.patch(path, Map.of("name", then.path("name").asString()))
                        : matching.put(path, ((ObjectNode) then.deepCopy()).without("id"));
                restored.expect(200);
            }
        });
        // A store has at most fifty of them: those of the tests make room.
        clients().stream()
                .filter(id -> !clients.contains(id))
                .forEach(id -> eventually(() -> assertThat(
                                operator.delete("/v1/api-clients/" + id).status())
                        // An answer of "later" may have removed it.
                        .isIn(204, 404)));
    }

    private List<String> clients() {
        return world.as("operator")
                .get(CLIENTS)
                .expect(200)
                .json("/items")
                .valueStream()
                .map(client -> client.path("id").asString())
                .toList();
    }
}
