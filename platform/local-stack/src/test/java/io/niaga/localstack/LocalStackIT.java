package io.niaga.localstack;

import static org.assertj.core.api.Assertions.assertThat;

import io.niaga.localstack.command.Launcher;
import io.niaga.localstack.home.Folders;
import io.niaga.localstack.topology.PortMap;
import io.niaga.localstack.topology.Ports;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ThreadLocalRandom;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A real broker, store and identity server, on ports and in a folder of their own. */
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class LocalStackIT {
    private static final Path ROOT = Path.of("../..");
    private static final Path HOME = Path.of("target/it-home").toAbsolutePath();
    private static final int BASE = freeBase();
    private static final String PARTS = "store,kafka,keycloak";
    private static String said = "";

    @BeforeAll
    static void an_empty_stack() throws IOException {
        // What was unpacked and built before is kept; nobody's data is.
        Files.createDirectories(HOME);
        Folders.delete(HOME.resolve("data"));
        assertThat(run("up", "--only", PARTS)).as(said).isZero();
    }

    @AfterAll
    static void leave_nothing_behind() throws IOException {
        run("down");
    }

    @Test
    @Order(1)
    void what_was_started_serves_and_can_be_told_apart() throws IOException {
        JsonNode processes = processes();
        assertThat(processes).hasSize(3).allSatisfy(process -> {
            assertThat(process.path("state").asString()).isEqualTo("UP");
            assertThat(process.path("residentBytes").asLong()).isGreaterThan(30_000_000);
            assertThat(process.path("version").asString()).isNotBlank();
        });
    }

    @Test
    @Order(2)
    void a_second_up_reuses_what_runs() throws IOException {
        List<Long> before = pids();
        assertThat(run("up", "--only", PARTS)).isZero();
        assertThat(said).contains("runs already");
        assertThat(pids()).isEqualTo(before);
    }

    @Test
    @Order(3)
    void a_person_gets_a_token_with_audience_and_groups() throws Exception {
        JsonNode claims = claims("grant_type=password&client_id=niaga-demo&username=admin&password=admin");
        assertThat(claims.path("aud").asString()).isEqualTo("niaga-api");
        assertThat(claims.path("typ").asString()).isEqualTo("Bearer");
        assertThat(claims.path("iss").asString()).isEqualTo("http://localhost:" + keycloak() + "/realms/niaga");
        assertThat(claims.path("sub").asString()).isEqualTo("019ab6f4-4000-7000-8000-000000000002");
        assertThat(claims.path("groups").toString())
                .isEqualTo("[\"/stores/sto_01kavf8g00e4ttm0nbdjqsmn0n/administrator\"]");
        assertThat(claims.path("exp").asLong() - claims.path("iat").asLong()).isEqualTo(300);
        assertThat(claims.toString()).doesNotContain("Lestari", "@niaga.example");
    }

    @Test
    @Order(4)
    void a_service_gets_a_token_with_the_service_role() throws Exception {
        JsonNode claims = claims(credentials("order-service", secret("ORDER_SERVICE")));
        assertThat(claims.path("realm_access").path("roles").toString()).isEqualTo("[\"service\"]");
        assertThat(claims.path("azp").asString()).isEqualTo("order-service");
    }

    /** As user-service does it, with user-service's rights and no others. */
    @Test
    @Order(5)
    void a_partners_program_gets_tokens_with_its_role_scopes_and_stores_until_it_ends() throws Exception {
        Admin admin = new Admin(token(credentials("user-service", secret("USER_SERVICE"))));
        String id = UUID.randomUUID().toString();
        String client = "{\"id\":\"%s\",\"clientId\":\"cli_x\",\"serviceAccountsEnabled\":true,\"publicClient\":false,"
                        .formatted(id)
                + "\"standardFlowEnabled\":false,\"directAccessGrantsEnabled\":false,\"fullScopeAllowed\":true,"
                + "\"defaultClientScopes\":[\"basic\",\"niaga-api\",\"orders:read\"],\"optionalClientScopes\":[]}";
        assertThat(admin.send("POST", "/clients", client).statusCode()).isEqualTo(201);
        assertThat(admin.send("POST", "/clients", client).statusCode()).isEqualTo(409);
        String account = admin.json("GET", "/clients/" + id + "/service-account-user")
                .path("id")
                .asString();
        JsonNode role = admin.json("GET", "/roles/partner");
        admin.send("POST", "/users/" + account + "/role-mappings/realm", "[" + role + "]");
        String store = admin.json("GET", "/group-by-path/stores/sto_01kavf8g00e4ttm0nbdjqsmn0n")
                .path("id")
                .asString();
        admin.send("POST", "/groups/" + store + "/children", "{\"name\":\"partner\"}");
        String group = admin.json("GET", "/group-by-path/stores/sto_01kavf8g00e4ttm0nbdjqsmn0n/partner")
                .path("id")
                .asString();
        admin.send("PUT", "/users/" + account + "/groups/" + group, "");
        String secret = admin.json("POST", "/clients/" + id + "/client-secret")
                .path("value")
                .asString();

        JsonNode claims = claims(credentials("cli_x", secret));
        assertThat(claims.path("realm_access").path("roles").toString())
                .contains("\"partner\"")
                .doesNotContain("service", "operator", "customer");
        assertThat(claims.path("scope").asString()).isEqualTo("orders:read");
        assertThat(claims.path("groups").toString()).isEqualTo("[\"/stores/sto_01kavf8g00e4ttm0nbdjqsmn0n/partner\"]");
        assertThat(claims.path("azp").asString()).isEqualTo("cli_x");
        assertThat(claims.path("aud").asString()).isEqualTo("niaga-api");
        assertThat(claims.has("sid")).isFalse();
        assertThat(asked(credentials("cli_x", secret) + "&scope=stock:write").statusCode())
                .isEqualTo(400);
        assertThat(new Admin(token(credentials("cli_x", secret)))
                        .send("GET", "/clients", "")
                        .statusCode())
                .isEqualTo(403);

        String renewed = admin.json("POST", "/clients/" + id + "/client-secret")
                .path("value")
                .asString();
        assertThat(asked(credentials("cli_x", secret)).statusCode()).isEqualTo(401);
        assertThat(asked(credentials("cli_x", renewed)).statusCode()).isEqualTo(200);
        assertThat(admin.send("DELETE", "/clients/" + id, "").statusCode()).isEqualTo(204);
        assertThat(asked(credentials("cli_x", renewed)).statusCode()).isEqualTo(401);
        assertThat(admin.send("GET", "/users/" + account, "").statusCode()).isEqualTo(404);
    }

    @Test
    @Order(6)
    void down_stops_all_of_it_and_nothing_else() throws IOException {
        List<Long> pids = pids();
        assertThat(run("down")).isZero();
        assertThat(pids)
                .hasSize(3)
                .noneMatch(
                        pid -> ProcessHandle.of(pid).map(ProcessHandle::isAlive).orElse(false));
    }

    private static List<Long> pids() throws IOException {
        List<Long> pids = new ArrayList<>();
        processes().forEach(process -> pids.add(process.path("pid").asLong()));
        return pids;
    }

    private static JsonNode processes() throws IOException {
        run("status", "--json");
        List<JsonNode> started = new ArrayList<>();
        JsonMapper.shared().readTree(said).path("processes").forEach(process -> {
            if (!process.path("pid").isNull()) {
                started.add(process);
            }
        });
        return JsonMapper.shared().valueToTree(started);
    }

    private static String secret(String service) throws IOException {
        return Files.readAllLines(HOME.resolve("secrets")).stream()
                .filter(line -> line.startsWith("NIAGA_CLIENT_SECRET_" + service + "="))
                .map(line -> line.substring(line.indexOf('=') + 1))
                .findFirst()
                .orElseThrow();
    }

    private static String credentials(String client, String secret) {
        return "grant_type=client_credentials&client_id=" + client + "&client_secret="
                + URLEncoder.encode(secret, StandardCharsets.UTF_8);
    }

    /** The realm's admin API, as the holder of that token. */
    private record Admin(String token) {
        JsonNode json(String method, String path) throws Exception {
            return JsonMapper.shared().readTree(send(method, path, "").body());
        }

        HttpResponse<String> send(String method, String path, String body) throws Exception {
            HttpRequest request = HttpRequest.newBuilder(
                            URI.create("http://localhost:" + keycloak() + "/admin/realms/niaga" + path))
                    .header("Authorization", "Bearer " + token)
                    .header("Content-Type", "application/json")
                    .method(method, HttpRequest.BodyPublishers.ofString(body))
                    .build();
            try (HttpClient client = HttpClient.newHttpClient()) {
                return client.send(request, HttpResponse.BodyHandlers.ofString());
            }
        }
    }

    private static JsonNode claims(String form) throws Exception {
        return JsonMapper.shared()
                .readTree(Base64.getUrlDecoder().decode(token(form).split("\\.")[1]));
    }

    private static String token(String form) throws Exception {
        return JsonMapper.shared()
                .readTree(asked(form).body())
                .path("access_token")
                .asString();
    }

    private static HttpResponse<String> asked(String form) throws Exception {
        HttpRequest request = HttpRequest.newBuilder(
                        URI.create("http://localhost:" + keycloak() + "/realms/niaga/protocol/openid-connect/token"))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(HttpRequest.BodyPublishers.ofString(form))
                .build();
        try (HttpClient client = HttpClient.newHttpClient()) {
            return client.send(request, HttpResponse.BodyHandlers.ofString());
        }
    }

    private static int keycloak() {
        return BASE + 100;
    }

    private static int freeBase() {
        return ThreadLocalRandom.current()
                .ints(100, 9_500, 13_000)
                .filter(base ->
                        PortMap.ofAll(new Ports(base), true).keySet().stream().allMatch(LocalStackIT::isFree))
                .findFirst()
                .orElseThrow();
    }

    private static boolean isFree(int port) {
        try (ServerSocket socket = new ServerSocket(port, 1, InetAddress.getLoopbackAddress())) {
            return socket.isBound();
        } catch (IOException taken) {
            return false;
        }
    }

    private static int run(String... words) throws IOException {
        Path zip = Path.of(Files.readString(Path.of("target/run/keycloak-zip")));
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        Map<String, String> environment =
                Map.of("NIAGA_HOME", HOME.toString(), "NIAGA_PORT_BASE", String.valueOf(BASE));
        int outcome = new Launcher(ROOT, zip, environment, new PrintStream(out, true, StandardCharsets.UTF_8))
                .run(List.of(words));
        said = out.toString(StandardCharsets.UTF_8);
        return outcome;
    }
}
