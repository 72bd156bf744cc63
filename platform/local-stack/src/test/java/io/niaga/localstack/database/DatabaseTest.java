package io.niaga.localstack.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DatabaseTest {
    @TempDir
    Path folder;

    @Test
    void a_given_address_wins_and_is_shown_without_its_password() {
        Database database = Database.chosen(Map.of(
                "NIAGA_MONGODB_URI", "mongodb://shop:pa55@db.example:27018/?replicaSet=rs0", "PATH", "/nowhere"));
        assertThat(database.described()).isEqualTo("MongoDB at mongodb://db.example:27018/ (NIAGA_MONGODB_URI)");
    }

    @Test
    void an_installed_mongod_is_used_when_none_is_given() throws IOException {
        Path mongod = Files.createFile(folder.resolve("mongod"));
        assertThat(mongod.toFile().setExecutable(true)).isTrue();
        assertThat(Database.chosen(Map.of("PATH", "/nowhere:" + folder))).isEqualTo(new Database.Installed(mongod));
        assertThat(Database.chosen(Map.of("PATH", "", "NIAGA_MONGOD", mongod.toString())))
                .isEqualTo(new Database.Installed(mongod));
    }

    @Test
    void without_any_the_embedded_store_serves_and_says_so() {
        Database database = Database.chosen(Map.of("PATH", "/nowhere"));
        assertThat(database).isEqualTo(new Database.Embedded());
        assertThat(database.described()).startsWith("embedded store");
    }

    @Test
    void a_mongod_that_is_no_program_is_refused_in_one_sentence() {
        assertThatThrownBy(() -> Database.chosen(Map.of("NIAGA_MONGOD", "/no/such")))
                .hasMessage("NIAGA_MONGOD is /no/such, which is not a program.");
    }

    @Test
    void a_given_server_is_reachable_when_one_of_its_hosts_is() throws IOException {
        try (ServerSocket server = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            String host = "127.0.0.1:" + server.getLocalPort();
            assertThat(new Database.External("mongodb://127.0.0.1:1," + host + "/x").isReachable())
                    .isTrue();
            assertThat(new Database.External("mongodb://u:p@127.0.0.1:1").isReachable())
                    .isFalse();
        }
    }
}
