package io.niaga.catalog.audit.http;

import io.niaga.catalog.audit.Proposal;
import io.niaga.catalog.audit.StaffWrite.FieldChange;
import io.niaga.service.patch.JsonDiff;
import io.niaga.service.patch.MergePatch;
import io.niaga.types.CommonProblem;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * A merge patch on what may be written of a resource. Fields that are shown but not written may be sent back as they are.
 */
public final class PatchedFields<T> implements Proposal<T> {
    private final JsonMapper json;
    private final Class<T> type;
    private final JsonNode after;
    private final Map<String, JsonDiff.Difference> differences;

    private PatchedFields(JsonMapper json, Class<T> type, JsonNode before, JsonNode after) {
        this.json = json;
        this.type = type;
        this.after = after;
        this.differences = JsonDiff.differences(before, after);
    }

    /**
     * @param shown the management view, as it is answered
     * @param writable what of it may be written
     */
    public static <T> PatchedFields<T> of(JsonMapper json, Object shown, T writable, JsonNode patch) {
        ObjectNode fields = MergePatch.fields(patch);
        @SuppressWarnings("unchecked")
        Class<T> type = (Class<T>) writable.getClass();
        JsonNode before = json.valueToTree(writable);
        return new PatchedFields<>(json, type, before, MergePatch.apply(before, writes(json, shown, before, fields)));
    }

    private static ObjectNode writes(JsonMapper json, Object shown, JsonNode writable, ObjectNode patch) {
        // As text, so that numbers are compared as they are written.
        JsonNode view = json.readTree(json.writeValueAsBytes(shown));
        ObjectNode writes = patch.deepCopy();
        for (String name : List.copyOf(patch.propertyNames())) {
            boolean readOnly = !writable.has(name) && view.has(name);
            if (readOnly && !view.get(name).equals(patch.get(name))) {
                throw CommonProblem.INVALID_REQUEST.now().at("/" + name, "READ_ONLY", "This field cannot be written.");
            }
            if (readOnly) {
                writes.remove(name);
            }
        }
        return writes;
    }

    @Override
    public List<FieldChange> changes() {
        return differences.entrySet().stream()
                .map(each -> new FieldChange(
                        each.getKey(),
                        text(each.getValue().before()),
                        text(each.getValue().after())))
                .toList();
    }

    @Override
    public T written() {
        return json.treeToValue(after, type);
    }

    private static @Nullable String text(JsonNode value) {
        if (value.isMissingNode() || value.isNull()) {
            return null;
        }
        return value.isString() ? value.stringValue() : value.toString();
    }
}
