package io.niaga.system.access;

import io.niaga.testsupport.Answer;
import io.niaga.testsupport.Api;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** The real identity server: sign-ins, and what its administrator may set up for a test. */
final class Keycloak {
    private static final String TOKEN = "/protocol/openid-connect/token";
    private final Site site;

    Keycloak(Site site) {
        this.site = site;
    }

    /** Everything the demo client answers a sign-in: {@code access_token}, {@code refresh_token}, {@code id_token}. */
    JsonNode signIn(String name, String password) {
        return token(
                "niaga",
                Map.of(
                        "grant_type", "password",
                        "client_id", "niaga-demo",
                        "scope", "openid",
                        "username", name,
                        "password", password));
    }

    String person(String name, String password) {
        return signIn(name, password).path("access_token").asString();
    }

    String client(String id, String secret) {
        return token("niaga", Map.of("grant_type", "client_credentials", "client_id", id, "client_secret", secret))
                .path("access_token")
                .asString();
    }

    /** A token of the identity server's own realm: its administrator's. */
    String ofMaster() {
        return token(
                        "master",
                        Map.of(
                                "grant_type",
                                "password",
                                "client_id",
                                "admin-cli",
                                "username",
                                administrator(),
                                "password",
                                site.secret("KC_BOOTSTRAP_ADMIN_PASSWORD")))
                .path("access_token")
                .asString();
    }

    private static String administrator() {
        return System.getenv().getOrDefault("KC_BOOTSTRAP_ADMIN_USERNAME", "bootstrap");
    }

    /**
     * A confidential client with a service account, made anew.
     *
     * @param scopes client scopes that its tokens carry by default
     */
    Client newClient(String id, String secret, Map<String, String> attributes, String... scopes) {
        Api admin = admin();
        admin.post(
                        "/admin/realms/niaga/clients",
                        Map.of(
                                "clientId", id,
                                "secret", secret,
                                "publicClient", false,
                                "serviceAccountsEnabled", true,
                                "standardFlowEnabled", false,
                                "directAccessGrantsEnabled", false,
                                "fullScopeAllowed", true,
                                "attributes", attributes,
                                "defaultClientScopes", scopes))
                .expect(201);
        String inner = admin.get("/admin/realms/niaga/clients?clientId=" + id).text("/0/id");
        String account = admin.get("/admin/realms/niaga/clients/" + inner + "/service-account-user")
                .text("/id");
        return new Client(id, secret, account);
    }

    record Client(String id, String secret, String account) {}

    /** Gives a person or a service account a role of the realm. */
    void grant(String account, String role) {
        JsonNode found =
                admin().get("/admin/realms/niaga/roles/" + role).expect(200).json();
        admin().post("/admin/realms/niaga/users/" + account + "/role-mappings/realm", "[" + found + "]")
                .expect(204);
    }

    /** Takes a person's mail address for theirs. */
    void prove(String mail) {
        String people = "/admin/realms/niaga/users";
        ObjectNode person = (ObjectNode)
                admin().get(people + "?exact=true&email=" + mail).expect(200).json("/0");
        person.put("emailVerified", true);
        admin().put(people + "/" + person.path("id").asString(), person).expect(204);
    }

    /** Makes a client a partner of a store, with scopes that its tokens then carry; makes what the realm lacks for it. */
    Client newPartner(String store, String... scopes) {
        Api admin = admin();
        made(admin.post("/admin/realms/niaga/roles", Map.of("name", "partner")));
        for (String scope : scopes) {
            made(admin.post(
                    "/admin/realms/niaga/client-scopes",
                    Map.of(
                            "name",
                            scope,
                            "protocol",
                            "openid-connect",
                            "attributes",
                            Map.of("include.in.token.scope", "true"))));
        }
        String group = "/admin/realms/niaga/group-by-path/stores/" + store;
        made(admin.post(
                "/admin/realms/niaga/groups/" + admin.get(group).expect(200).text("/id") + "/children",
                Map.of("name", "partner")));
        String[] all = Stream.concat(Stream.of("basic", "niaga-api"), Stream.of(scopes))
                .toArray(String[]::new);
        Client client = newClient(World.word(), World.word(), Map.of(), all);
        grant(client.account(), "partner");
        String member = "/admin/realms/niaga/users/" + client.account() + "/groups/"
                + admin.get(group + "/partner").expect(200).text("/id");
        admin.put(member, "").expect(204);
        return client;
    }

    private static void made(Answer answer) {
        if (answer.status() != 409) {
            answer.expect(201);
        }
    }

    private Api admin() {
        return site.keycloak().as(ofMaster());
    }

    private JsonNode token(String realm, Map<String, String> form) {
        String body = form.entrySet().stream()
                .map(e -> e.getKey() + "=" + URLEncoder.encode(e.getValue(), StandardCharsets.UTF_8))
                .collect(Collectors.joining("&"));
        Answer answer = site.keycloak()
                .send(
                        "POST",
                        "/realms/" + realm + TOKEN,
                        "application/x-www-form-urlencoded",
                        body.getBytes(StandardCharsets.UTF_8));
        return answer.expect(200).json();
    }
}
