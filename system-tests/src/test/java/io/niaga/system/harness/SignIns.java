package io.niaga.system.harness;

import io.niaga.testsupport.Answer;
import io.niaga.testsupport.Api;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;

/** Tokens of Keycloak, each used for half of its life. */
final class SignIns {
    private static final String PATH = "/realms/niaga/protocol/openid-connect/token";
    private static final Duration FRESH = Duration.ofSeconds(150);
    private final Api keycloak;
    private final Map<String, Token> tokens = new ConcurrentHashMap<>();

    SignIns(int port) {
        this.keycloak = Api.at("http://localhost:" + port);
    }

    /** By password grant; the demo sign-ins' passwords are their names. */
    String person(String name, String password) {
        return kept(
                Map.of("grant_type", "password", "client_id", "niaga-demo", "username", name, "password", password));
    }

    /** By client-credentials grant. */
    String client(String id, String secret) {
        return kept(Map.of("grant_type", "client_credentials", "client_id", id, "client_secret", secret));
    }

    /** Another Keycloak may be there from now on, with another name in its tokens. */
    void forget() {
        tokens.clear();
    }

    /** Whatever Keycloak answers to a token request. */
    Answer ask(Map<String, String> form) {
        String body = form.entrySet().stream()
                .map(field -> field.getKey() + "=" + URLEncoder.encode(field.getValue(), StandardCharsets.UTF_8))
                .collect(Collectors.joining("&"));
        return keycloak.send("POST", PATH, "application/x-www-form-urlencoded", body.getBytes(StandardCharsets.UTF_8));
    }

    private String kept(Map<String, String> form) {
        return tokens.compute(form.toString(), (key, known) -> {
                    if (known != null && Instant.now().isBefore(known.until())) {
                        return known;
                    }
                    Instant until = Instant.now().plus(FRESH);
                    return new Token(ask(form).expect(200).text("/access_token"), until);
                })
                .text();
    }

    private record Token(String text, Instant until) {}
}
