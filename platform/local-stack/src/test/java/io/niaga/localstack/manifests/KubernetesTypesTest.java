package io.niaga.localstack.manifests;

import static io.niaga.localstack.manifests.Yamls.at;
import static io.niaga.localstack.manifests.Yamls.map;
import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonElement;
import io.kubernetes.client.openapi.JSON;
import io.kubernetes.client.util.Yaml;
import java.lang.reflect.InvocationTargetException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.yaml.snakeyaml.DumperOptions;

/** Every document is one of Kubernetes' own types, with no field it does not know and none missing that it needs. */
class KubernetesTypesTest {
    @ParameterizedTest
    @ValueSource(strings = {"dev", "prod"})
    void every_document_is_what_kubernetes_knows(String overlay) {
        assertThat(findings(Overlays.of(overlay))).isEmpty();
    }

    @Test
    void a_misspelt_a_missing_and_a_wrong_field_are_found() {
        assertThat(damaged(d -> container(d).put("readinesProbe", Map.of())))
                .singleElement()
                .asString()
                .contains("readinesProbe");
        assertThat(damaged(d -> map(d.get("spec")).remove("selector")))
                .singleElement()
                .asString()
                .contains("selector");
        assertThat(damaged(d -> map(d.get("spec")).put("minReadySeconds", "soon")))
                .singleElement()
                .asString()
                .contains("soon");
        assertThat(damaged(d -> d.put("kind", "Deploymnt"))).isNotEmpty();
    }

    private static List<String> damaged(Consumer<Map<String, Object>> damage) {
        List<Map<String, Object>> documents = Overlays.of("dev");
        damage.accept(Overlays.find(documents, "Deployment", "order-service"));
        return findings(documents);
    }

    private static Map<String, Object> container(Map<String, Object> document) {
        return Kustomize.containers(document).getFirst();
    }

    static List<String> findings(List<Map<String, Object>> documents) {
        List<String> findings = new ArrayList<>();
        for (Map<String, Object> document : documents) {
            try {
                check(document);
            } catch (Exception e) {
                Throwable reason = e instanceof InvocationTargetException ? e.getCause() : e;
                findings.add(document.get("kind") + " " + at(document, "metadata", "name") + ": " + reason);
            }
        }
        return findings;
    }

    /** Loading finds wrong types, validation finds unknown and missing fields; neither finds both. */
    private static void check(Map<String, Object> document) throws Exception {
        DumperOptions options = new DumperOptions();
        options.setDefaultFlowStyle(DumperOptions.FlowStyle.BLOCK);
        Object typed = Yaml.load(new org.yaml.snakeyaml.Yaml(options).dump(document));
        JsonElement json = JSON.getGson().toJsonTree(document);
        typed.getClass().getMethod("validateJsonElement", JsonElement.class).invoke(null, json);
    }
}
