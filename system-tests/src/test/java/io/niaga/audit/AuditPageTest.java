package io.niaga.audit;

import static org.assertj.core.api.Assertions.assertThat;

import io.niaga.testsupport.Repository;
import java.io.IOException;
import java.nio.file.Files;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

class AuditPageTest {
    private static final Pattern ROW = Pattern.compile("^\\| `([a-z-]+)` \\|.*$", Pattern.MULTILINE);

    @Test
    void the_page_explains_every_check_in_its_order() throws IOException {
        String page = Files.readString(Repository.root().resolve("docs/operations/audit.md"));
        List<String> explained =
                ROW.matcher(page).results().map(row -> row.group(1)).toList();
        assertThat(explained)
                .containsExactlyInAnyOrderElementsOf(
                        Arrays.stream(Check.values()).map(Check::label).toList());
    }
}
