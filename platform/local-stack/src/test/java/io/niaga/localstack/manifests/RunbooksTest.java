package io.niaga.localstack.manifests;

import static io.niaga.localstack.manifests.Yamls.list;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.regex.MatchResult;
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
        assertThat(found("kustomize edit set image (\\S+?):"))
                .isNotEmpty()
                .allSatisfy(set -> assertThat(images)
                        .extracting(image -> image.get("name") + "=" + image.get("newName"))
                        .contains(set.group(1)));
    }

    private static List<MatchResult> found(String command) {
        Pattern pattern = Pattern.compile(command);
        return pages().flatMap(page -> pattern.matcher(page).results()).toList();
    }

    private static Stream<String> pages() {
        try (Stream<Path> files = Files.list(PAGES)) {
            return files.sorted().map(Kustomize::read).toList().stream();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
