package io.niaga.localstack.secrets;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Base64;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SecretsTest {
    @TempDir
    Path folder;

    @Test
    void secrets_are_drawn_once_and_are_their_owners_alone() throws IOException {
        Path file = folder.resolve("home/secrets");
        Secrets first = Secrets.keptIn(file);
        Secrets second = Secrets.keptIn(file);

        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
                .isEqualTo("rw-------");
        assertThat(Secrets.names()).allSatisfy(name -> {
            assertThat(second.get(name)).isEqualTo(first.get(name));
            assertThat(Base64.getDecoder().decode(first.get(name))).hasSize(32);
        });
        assertThat(Secrets.names().stream().map(first::get)).doesNotHaveDuplicates();
    }

    @Test
    void a_secret_that_a_newer_version_needs_is_added_beside_the_old_ones() throws IOException {
        Path file = folder.resolve("secrets");
        Files.write(file, List.of("NIAGA_CUSTOMER_KEY=kept="));

        Secrets secrets = Secrets.keptIn(file);

        assertThat(secrets.get("NIAGA_CUSTOMER_KEY")).isEqualTo("kept=");
        assertThat(secrets.get("NIAGA_GUEST_TOKEN_KEYS")).isNotEmpty();
    }
}
