package io.niaga.service.patch;

import io.niaga.types.CommonProblem;
import java.util.Map;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** JSON Merge Patch (RFC 7396). */
public final class MergePatch {
    private MergePatch() {}

    /**
     * What a patch of a resource says: it is an object, for anything else would be put in the resource's place.
     *
     * @throws io.niaga.types.ProblemException INVALID_REQUEST
     */
    public static ObjectNode fields(JsonNode patch) {
        if (patch instanceof ObjectNode fields) {
            return fields;
        }
        throw CommonProblem.INVALID_REQUEST.now().at("", "INVALID", "A merge patch is an object.");
    }

    /** The target with the patch applied; neither argument is changed. */
    public static JsonNode apply(JsonNode target, JsonNode patch) {
        if (!(patch instanceof ObjectNode changes)) {
            return patch.deepCopy();
        }
        ObjectNode result =
                target instanceof ObjectNode object ? object.deepCopy() : JsonNodeFactory.instance.objectNode();
        for (Map.Entry<String, JsonNode> change : changes.properties()) {
            if (change.getValue().isNull()) {
                result.remove(change.getKey());
            } else {
                JsonNode before = result.path(change.getKey());
                result.set(change.getKey(), apply(before, change.getValue()));
            }
        }
        return result;
    }
}
