package io.niaga.localstack.manifests;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.niaga.localstack.topology.Service;
import io.niaga.localstack.topology.Topology;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The job that makes the realm, with a Keycloak that writes down what it is told. */
class RealmScriptTest {
    private static final Path BASH = Path.of("/bin/bash");
    private static final String SECRET = "a/b+c=&$d";

    @TempDir
    Path folder;

    @BeforeEach
    void bash() {
        assumeTrue(Files.isExecutable(BASH), "there is no bash");
    }

    @Test
    void a_realm_that_is_missing_is_made_with_the_secrets_in_their_places() throws Exception {
        assertThat(run("exit 1", true)).isZero();
        JsonNode realm = JsonMapper.shared().readTree(Files.readString(folder.resolve("made")));
        assertThat(realm.path("clients").valueStream().filter(client -> client.has("secret")))
                .hasSizeGreaterThanOrEqualTo(Topology.services().size())
                .allSatisfy(
                        client -> assertThat(client.path("secret").asString()).isEqualTo(SECRET));
        assertThat(realm.toString()).doesNotContain("${NIAGA_").contains("${username}", "https://shop.test/*");
        assertThat(Files.readString(folder.resolve("calls"))).contains("--server https://id.test --realm master");
    }

    @Test
    void a_realm_that_is_there_stays_as_it_is() throws Exception {
        assertThat(run("exit 0", true)).isZero();
        assertThat(folder.resolve("made")).doesNotExist();
    }

    @Test
    void without_a_secret_nothing_is_made() throws Exception {
        assertThat(run("exit 1", false)).isNotZero();
        assertThat(folder.resolve("made")).doesNotExist();
    }

    private int run(String whenAsked, boolean secrets) throws IOException, InterruptedException {
        Path kcadm = Files.writeString(folder.resolve("kcadm"), """
                #!/bin/bash
                echo "$@" >> %s/calls
                case $1 in get) %s ;; create) cat > %s/made ;; esac
                """.formatted(folder, whenAsked, folder));
        assertThat(kcadm.toFile().setExecutable(true)).isTrue();
        Path script = Yamls.ROOT.resolve("k8s/base/keycloak/realm.sh");
        ProcessBuilder builder = new ProcessBuilder(BASH.toString(), script.toString());
        Map<String, String> environment = builder.environment();
        environment.putAll(Map.of(
                "KCADM", kcadm.toString(),
                "REALM_FILE", script.resolveSibling("niaga-realm.json").toString(),
                "KEYCLOAK_URL", "https://id.test",
                "KEYCLOAK_ADMIN", "maker",
                "NIAGA_FRONTEND_URL", "https://shop.test",
                "KC_CLI_PASSWORD", "known to the test"));
        if (secrets) {
            Topology.services().stream().map(Service::secretVariable).forEach(name -> environment.put(name, SECRET));
        }
        Process process = builder.redirectErrorStream(true).start();
        process.getInputStream().transferTo(java.io.OutputStream.nullOutputStream());
        return process.waitFor();
    }
}
