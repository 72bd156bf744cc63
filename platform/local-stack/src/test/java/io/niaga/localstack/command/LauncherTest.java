package io.niaga.localstack.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class LauncherTest {
    @TempDir
    Path root;

    private final ByteArrayOutputStream said = new ByteArrayOutputStream();

    @Test
    void status_of_a_stack_that_is_down_says_so_for_every_process() {
        assertThat(run("status", "--json")).isEqualTo(3);

        JsonNode status = JsonMapper.shared().readTree(said());
        assertThat(status.path("state").asString()).isEqualTo("DOWN");
        assertThat(status.path("database").asString()).startsWith("embedded store");
        assertThat(status.path("processes")).hasSize(12).allSatisfy(process -> {
            assertThat(process.propertyNames())
                    .containsExactlyInAnyOrder("name", "pid", "port", "state", "residentBytes", "version");
            assertThat(process.path("state").asString()).isEqualTo("DOWN");
            assertThat(process.path("pid").isNull()).isTrue();
        });
    }

    @Test
    void a_taken_port_stops_up_before_anything_is_started() throws IOException {
        try (ServerSocket taken = taken()) {
            int base = taken.getLocalPort() - (9092 - 8080);
            assertThat(run(Map.of("NIAGA_PORT_BASE", String.valueOf(base)), "up", "--only", "kafka"))
                    .isEqualTo(1);
            assertThat(said())
                    .contains("Port " + taken.getLocalPort() + " (kafka) is taken by", "Nothing was started.");
            assertThat(Files.exists(root.resolve(".niaga/logs/kafka.log"))).isFalse();
        }
    }

    @Test
    void what_is_asked_for_in_the_wrong_way_is_answered_with_what_there_is() {
        assertThat(run("fly")).isEqualTo(2);
        assertThat(run("up", "--only", "stoer")).isEqualTo(2);
        assertThat(run("status", "--xml")).isEqualTo(2);
        assertThat(said())
                .contains("./niaga fly does not exist.", "No process is called stoer; there are store,", "--xml");
    }

    @Test
    void down_without_a_stack_does_nothing() {
        assertThat(run("down")).isZero();
        assertThat(said()).isEqualTo("Nothing was running.\n");
    }

    @Test
    void reset_asks_first_and_keeps_secrets() throws IOException {
        Path data = Files.createDirectories(root.resolve(".niaga/data/store"));
        Path secrets = Files.writeString(root.resolve(".niaga/secrets"), "A=b");
        assertThat(run("reset", "--yes")).isZero();
        assertThat(Files.exists(data)).isFalse();
        assertThat(Files.exists(secrets)).isTrue();
    }

    @Test
    void a_backup_is_restored_in_the_place_of_what_is_there() throws IOException {
        Path document =
                Files.createDirectories(root.resolve(".niaga/data/store")).resolve("niaga.store");
        Files.writeString(document, "as it was");
        Path secrets = Files.writeString(root.resolve(".niaga/secrets"), "A=b");
        Path backup = root.resolve("backup");
        assertThat(run("backup", backup.toString())).as(said()).isZero();
        assertThat(run("backup", backup.toString())).isEqualTo(2);
        assertThat(said()).contains("is there already");

        Files.writeString(document, "as it should not be");
        Path newer = Files.writeString(root.resolve(".niaga/data/newer"), "x");
        Files.writeString(secrets, "A=c");
        assertThat(run("restore", backup.toString())).isZero();
        assertThat(document).hasContent("as it was");
        assertThat(secrets).hasContent("A=b");
        assertThat(newer).doesNotExist();

        assertThat(run("restore", root.resolve("nowhere").toString())).isEqualTo(2);
        assertThat(said()).contains("is no backup");
        assertThat(document).hasContent("as it was");
        assertThat(run("backup")).isEqualTo(2);
    }

    /** A port that a base within bounds leads to. */
    private static ServerSocket taken() throws IOException {
        for (int port = 21_000; ; port++) {
            try {
                return new ServerSocket(port, 1, InetAddress.getLoopbackAddress());
            } catch (IOException e) {
                if (port == 22_000) {
                    throw e;
                }
            }
        }
    }

    private int run(String... words) {
        return run(Map.of(), words);
    }

    private int run(Map<String, String> environment, String... words) {
        Launcher launcher = new Launcher(
                root,
                root.resolve("keycloak-quarkus-dist-0.zip"),
                environment,
                new PrintStream(said, true, StandardCharsets.UTF_8));
        return launcher.run(List.of(words));
    }

    private String said() {
        return said.toString(StandardCharsets.UTF_8);
    }
}
