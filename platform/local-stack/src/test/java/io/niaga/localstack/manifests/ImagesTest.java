package io.niaga.localstack.manifests;

import static org.assertj.core.api.Assertions.assertThat;

import io.niaga.localstack.topology.Topology;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** The one recipe of all images. */
class ImagesTest {
    private static final Path FOLDER = Yamls.ROOT.resolve("k8s/images");
    private final List<String> recipe =
            Kustomize.read(FOLDER.resolve("Dockerfile")).lines().toList();

    @Test
    void every_stage_begins_with_a_pinned_image_or_another_stage() {
        List<String> from =
                recipe.stream().filter(line -> line.startsWith("FROM ")).toList();
        assertThat(from)
                .hasSizeGreaterThan(2)
                .allSatisfy(line -> assertThat(line)
                        .matches("FROM (eclipse-temurin:[0-9.]+_[0-9]+-(jdk|jre)-noble|application)( AS [a-z]+)?"));
    }

    @Test
    void it_does_not_run_as_root_and_says_whether_it_is_healthy() {
        List<String> last = recipe.subList(lastStage(), recipe.size());
        assertThat(last).contains("USER 10001:10001").anyMatch(line -> line.startsWith("HEALTHCHECK "));
        assertThat(last.getLast()).contains("\"@/app/jvm.options\"", "-XX:AOTCache=/app/app.aot");
    }

    @Test
    void what_it_copies_from_the_checkout_is_there_and_not_ignored() {
        List<String> kept = Kustomize.read(FOLDER.resolve("Dockerfile.dockerignore"))
                .lines()
                .toList();
        for (String file : List.of("k8s/images/jvm.options", "k8s/images/healthy.sh", "k8s/images/train.sh")) {
            assertThat(Yamls.ROOT.resolve(file)).exists();
            assertThat(String.join("\n", recipe)).contains(file);
            assertThat(kept)
                    .anyMatch(line -> Pattern.matches(
                            line.replaceFirst("!", "").replace(".", "\\.").replace("*", ".*"), file));
        }
    }

    @Test
    void every_service_has_a_module_of_its_name() {
        Topology.services()
                .forEach(service -> assertThat(
                                Files.exists(Yamls.ROOT.resolve(service.name()).resolve("pom.xml")))
                        .isTrue());
    }

    private int lastStage() {
        int last = 0;
        for (int i = 0; i < recipe.size(); i++) {
            last = recipe.get(i).startsWith("FROM ") ? i : last;
        }
        return last;
    }
}
