package io.niaga.system.access;

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
    private final Map<String, JsonNode> before = new HashMap<>();

    Original(World world, List<String> paths) {
        this.world = world;
        paths.forEach(path ->
                before.put(path, world.as("operator").get(path).expect(200).json()));
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
    }
}
