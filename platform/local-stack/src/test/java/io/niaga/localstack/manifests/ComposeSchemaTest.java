package io.niaga.localstack.manifests;

import static io.niaga.localstack.manifests.Yamls.map;
import static org.assertj.core.api.Assertions.assertThat;

import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** {@code docker-compose.yml} against the schema of the compose specification. */
class ComposeSchemaTest {
    private final Schema schema = schema();

    @Test
    void the_file_is_what_the_specification_allows() {
        assertThat(findings(Yamls.one("docker-compose.yml"))).isEmpty();
    }

    @Test
    void a_misspelt_key_and_a_wrong_type_are_found() {
        Map<String, Object> misspelt = Yamls.one("docker-compose.yml");
        service(misspelt, "gateway").put("enviroment", Map.of());
        assertThat(findings(misspelt)).singleElement().asString().contains("enviroment");
        Map<String, Object> wrong = Yamls.one("docker-compose.yml");
        service(wrong, "kafka").put("read_only", "perhaps");
        assertThat(findings(wrong)).isNotEmpty();
        Map<String, Object> unknown = Yamls.one("docker-compose.yml");
        map(service(unknown, "gateway").get("depends_on")).put("mongo", Map.of("condition", "service_happy"));
        assertThat(findings(unknown)).isNotEmpty();
    }

    private static Map<String, Object> service(Map<String, Object> file, String name) {
        return map(map(file.get("services")).get(name));
    }

    private List<String> findings(Map<String, Object> file) {
        return schema.validate(JsonMapper.shared().writeValueAsString(file), InputFormat.JSON).stream()
                .map(Objects::toString)
                .toList();
    }

    private static Schema schema() {
        try (InputStream in = ComposeSchemaTest.class.getResourceAsStream("/compose-spec/compose-spec.json")) {
            // Its definitions have ids that are none, and are referred to by their places.
            JsonNode text = JsonMapper.shared().readTree(Objects.requireNonNull(in));
            withoutIds(text);
            return SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2019_09)
                    .getSchema(text.toString(), InputFormat.JSON);
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    private static void withoutIds(JsonNode node) {
        if (node instanceof ObjectNode object && object.path("id").isString()) {
            object.remove("id");
        }
        node.forEach(ComposeSchemaTest::withoutIds);
    }
}
