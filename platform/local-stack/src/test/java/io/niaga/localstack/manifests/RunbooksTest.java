package io.niaga.localstack.manifests;

import static io.niaga.localstack.manifests.Yamls.at;
import static io.niaga.localstack.manifests.Yamls.list;
import static io.niaga.localstack.manifests.Yamls.map;
import static org.assertj.core.api.Assertions.assertThat;

import io.niaga.localstack.topology.Service;
import io.niaga.localstack.topology.Topology;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The commands of the pages in {@code docs/operations} fit what is deployed. */
class RunbooksTest {
    private static final Path PAGES = Yamls.ROOT.resolve("docs/operations");

    @Test
    void an_image_is_set_under_the_name_that_the_manifests_use() {
        List<Map<String, Object>> images =
                list(Yamls.one("k8s/overlays/prod/kustomization.yaml").get("images"));
        assertThat(images)
                .extracting(image -> image.get("name") + "=" + image.get("newName"))
                .containsAll(found("kustomize edit set image (\\S+?):"));
    }

    @Test
    void every_command_for_a_cluster_says_in_which_namespace() {
        assertThat(found("kubectl ([^`\n&]+)"))
                .hasSizeGreaterThan(10)
                .allMatch(
                        said -> said.startsWith("-n niaga ") || said.matches("(apply -k|diff -k|create namespace) .*"));
    }

    @Test
    void every_command_for_kafka_says_where_it_is() {
        assertThat(found("kafka-[a-z-]+\\.sh ([^`\n]+)"))
                .isNotEmpty()
                .allMatch(said -> said.startsWith("--bootstrap-server "));
    }

    @Test
    void pods_are_selected_by_a_label_that_all_of_them_have() {
        List<String> selectors = found(" -l (\\S+=\\S+)");
        assertThat(selectors).isNotEmpty();
        for (String selector : selectors) {
            for (Service service : Topology.services()) {
                Map<String, Object> deployment = Overlays.find(Overlays.of("prod"), "Deployment", service.name());
                assertThat(map(at(deployment, "spec", "template", "metadata", "labels")))
                        .containsEntry(selector.split("=")[0], selector.split("=")[1]);
            }
        }
    }

    @Test
    void tools_that_the_image_lacks_come_from_the_jdk_that_it_was_made_with() {
        assertThat(found("--image=(\\S+)"))
                .isNotEmpty()
                .allSatisfy(image -> assertThat(Kustomize.read(Yamls.ROOT.resolve("k8s/images/Dockerfile")))
                        .contains("FROM " + image + " AS"));
        assertThat(found("kubectl[^`\n]* exec [^`]*jcmd")).isEmpty();
    }

    @Test
    void who_makes_the_realm_is_named_before_the_job_runs() {
        Object maker = list(Kustomize.containers(Overlays.find(Overlays.of("prod"), "Job", "keycloak-realm"))
                        .getFirst()
                        .get("env"))
                .stream()
                .filter(variable -> variable.get("name").equals("KEYCLOAK_ADMIN"))
                .map(variable -> variable.get("value"))
                .findFirst()
                .orElseThrow();
        assertThat(Kustomize.read(PAGES.resolve("start-and-stop.md"))).contains("`" + maker + "`", "`create-realm`");
    }

    @Test
    void images_are_made_from_what_was_packaged() {
        assertThat(Stream.of("README.md", "docs/operations/start-and-stop.md", "docker-compose.yml")
                        .map(page -> Kustomize.read(Yamls.ROOT.resolve(page))))
                .allSatisfy(page -> assertThat(page)
                        .containsPattern("package -DskipTests && ./niaga compose-env && docker compose up .*--build"));
    }

    @Test
    void every_request_is_one_that_the_api_has() {
        List<String> offered = offered();
        List<String> said = found("((?:GET|POST|PUT|PATCH|DELETE) /v1/[^`? )&]+)");
        assertThat(said)
                .hasSizeGreaterThan(10)
                .allSatisfy(request -> assertThat(offered).as(request).anyMatch(request::matches));
    }

    /** Of each operation a pattern, of its method and its path. */
    private static List<String> offered() {
        List<String> offered = new ArrayList<>();
        for (Service service : Topology.services()) {
            if (!service.name().equals("gateway")) {
                map(Yamls.one("docs/api/" + service.shortName() + ".yaml").get("paths"))
                        .forEach((path, operations) -> map(operations)
                                .keySet()
                                .forEach(method -> offered.add(method.toUpperCase(Locale.ROOT) + " "
                                        + path.replaceAll("\\{[^}]+}", "[^/]+"))));
            }
        }
        return offered;
    }

    private static List<String> found(String command) {
        Pattern pattern = Pattern.compile(command);
        return pages().flatMap(page -> pattern.matcher(page).results())
                .map(result -> result.group(result.groupCount()))
                .toList();
    }

    private static Stream<String> pages() {
        try (Stream<Path> files = Files.list(PAGES)) {
            return files.sorted().map(Kustomize::read).toList().stream();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
