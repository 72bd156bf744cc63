package io.niaga.localstack.process;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class JavaCommandTest {
    @TempDir
    Path home;

    @Test
    void other_arguments_make_another_command() {
        JavaCommand command = new JavaCommand(home, "order-service");
        assertThat(command.of(List.of("-jar", "a.jar"))).isEqualTo(command.of(List.of("-jar", "a.jar")));
        assertThat(command.of(List.of("-jar", "a.jar"))).isNotEqualTo(command.of(List.of("-jar", "b.jar")));
    }

    @Test
    void a_cache_that_was_made_meanwhile_makes_no_other_command() {
        JavaCommand command = new JavaCommand(home, "order-service");
        assertThat(command.of(List.of("-XX:AOTCache=x/app.aot", "-jar", "a.jar")))
                .isEqualTo(command.of(List.of("-jar", "a.jar")));
    }

    @Test
    void the_process_list_shows_whose_process_it_is_and_no_long_class_path() throws IOException {
        JavaCommand command = new JavaCommand(home, "kafka");
        List<String> words = command.of(List.of("-cp", "a b.jar:\"c\".jar", "Main"));
        assertThat(words).contains("-Dniaga.process=kafka@" + home).noneMatch(word -> word.contains("b.jar"));
        assertThat(Files.readString(home.resolve("run/kafka.args")))
                .isEqualTo("\"-cp\"\n\"a b.jar:\\\"c\\\".jar\"\n\"Main\"\n");
    }
}
