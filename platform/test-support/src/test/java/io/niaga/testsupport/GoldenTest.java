package io.niaga.testsupport;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class GoldenTest {
    @TempDir
    Path folder;

    @AfterEach
    void compare() {
        System.clearProperty("niaga.golden.update");
    }

    @Test
    void the_same_text_passes_whatever_its_last_line_end() throws Exception {
        Path file = Files.writeString(folder.resolve("a.md"), "one\ntwo\n");
        Golden.matchesFile(file, "one\r\ntwo");
    }

    @Test
    void another_text_fails_and_says_how_to_update() throws Exception {
        Path file = Files.writeString(folder.resolve("a.md"), "one\n");
        assertThatThrownBy(() -> Golden.matchesFile(file, "two"))
                .isInstanceOf(AssertionError.class)
                .hasMessageContaining("-Dniaga.golden.update=true");
    }

    @Test
    void a_missing_file_fails() {
        assertThatThrownBy(() -> Golden.matchesFile(folder.resolve("none.md"), "x"))
                .isInstanceOf(AssertionError.class);
    }

    @Test
    void updating_writes_the_file_and_its_folders() {
        System.setProperty("niaga.golden.update", "true");
        Path file = folder.resolve("docs/api/a.yaml");
        Golden.matchesFile(file, "one");
        assertThat(file).hasContent("one\n");
    }

    @Test
    void a_section_is_updated_without_touching_the_others() throws Exception {
        System.setProperty("niaga.golden.update", "true");
        Path file = Files.writeString(folder.resolve("a.md"), "# Title\n<!-- a -->\nold\n<!-- /a -->\nrest\n");
        Golden.sectionOfFile(file, "a", "new");
        Golden.sectionOfFile(file, "b", "more");
        assertThat(file).hasContent("# Title\n<!-- a -->\nnew\n<!-- /a -->\nrest\n\n<!-- b -->\nmore\n<!-- /b -->\n");
        System.clearProperty("niaga.golden.update");
        Golden.sectionOfFile(file, "a", "new");
        assertThatThrownBy(() -> Golden.sectionOfFile(file, "b", "less")).isInstanceOf(AssertionError.class);
    }
}
