package io.niaga.system.tour;

import static org.assertj.core.api.Assertions.assertThat;

import io.niaga.system.harness.SystemIT;
import io.niaga.system.harness.SystemStack;
import io.niaga.testsupport.Answer;
import java.io.IOException;
import java.net.URI;
import java.net.URLDecoder;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** How people sign in from a shop's pages or its app: a code that goes to the frontend alone, and that only it can use. */
@SystemIT
class FrontendSignInIT {
    private static final String PAGE = "/realms/niaga/protocol/openid-connect/auth?";
    private static final String BACK = "http://localhost:3000/signed-in";
    private static final Pattern FORM = Pattern.compile("action=\"([^\"]+)\"");

    private final SystemStack stack;
    private final HttpClient browser = HttpClient.newHttpClient();
    private final String verifier = UUID.randomUUID() + "-" + UUID.randomUUID();

    FrontendSignInIT(SystemStack stack) {
        this.stack = stack;
    }

    @Test
    void somebody_signs_in_and_shops() throws Exception {
        Answer signedIn = token(code(), verifier).expect(200);
        assertThat(stack.api()
                        .as(signedIn.text("/access_token"))
                        .get("/v1/me")
                        .expect(200)
                        .text("/email"))
                .isEqualTo("buyer@niaga.example");
        assertThat(stack.api()
                        .as(signedIn.text("/access_token"))
                        .post("/v1/carts", Map.of("storeId", SystemStack.STORE))
                        .expect(201)
                        .header("Cart-Token"))
                .isEmpty();

        Map<String, String> refresh = Map.of(
                "grant_type",
                "refresh_token",
                "client_id",
                "niaga-frontend",
                "refresh_token",
                signedIn.text("/refresh_token"));
        stack.askForToken(refresh).expect(200);
        assertThat(stack.askForToken(refresh).expect(400).text("/error")).isEqualTo("invalid_grant");
    }

    @Test
    void a_code_is_of_no_use_to_whoever_did_not_ask_for_it() throws Exception {
        assertThat(token(code(), "another-verifier-that-is-long-enough-to-be-one")
                        .expect(400)
                        .text("/error"))
                .isEqualTo("invalid_grant");
        Map<String, String> unproven = asked(BACK);
        unproven.remove("code_challenge");
        unproven.remove("code_challenge_method");
        HttpResponse<String> refused = page(unproven);
        assertThat(refused.statusCode()).isEqualTo(302);
        assertThat(refused.headers().firstValue("Location").orElseThrow())
                .startsWith(BACK)
                .contains("error=invalid_request");
    }

    @Test
    void nobody_is_sent_anywhere_else_and_passwords_are_typed_into_keycloak_alone() throws Exception {
        assertThat(page(asked("http://localhost:3000.evil.example/signed-in")).statusCode())
                .isEqualTo(400);
        assertThat(page(asked("http://localhost:3001/signed-in")).statusCode()).isEqualTo(400);
        Map<String, String> typed = Map.of(
                "grant_type", "password", "client_id", "niaga-frontend", "username", "buyer", "password", "buyer");
        assertThat(stack.askForToken(typed).expect(400).text("/error")).isEqualTo("unauthorized_client");
    }

    /** What the frontend is told once somebody has typed their password into Keycloak's page. */
    private String code() throws Exception {
        HttpResponse<String> page = page(asked(BACK));
        assertThat(page.statusCode()).isEqualTo(200);
        Matcher form = FORM.matcher(page.body());
        assertThat(form.find()).isTrue();
        String cookies = page.headers().allValues("Set-Cookie").stream()
                .map(cookie -> cookie.substring(0, cookie.indexOf(';')))
                .collect(Collectors.joining("; "));
        HttpResponse<String> sentBack = browser.send(
                HttpRequest.newBuilder(URI.create(form.group(1).replace("&amp;", "&")))
                        .header("Cookie", cookies)
                        .header("Content-Type", "application/x-www-form-urlencoded")
                        .POST(HttpRequest.BodyPublishers.ofString("username=buyer&password=buyer"))
                        .build(),
                HttpResponse.BodyHandlers.ofString());
        assertThat(sentBack.statusCode()).isEqualTo(302);
        URI back = URI.create(sentBack.headers().firstValue("Location").orElseThrow());
        assertThat(back.toString()).startsWith(BACK + "?");
        Map<String, String> told = Pattern.compile("&")
                .splitAsStream(back.getRawQuery())
                .map(pair -> pair.split("=", 2))
                .collect(Collectors.toMap(pair -> pair[0], pair -> URLDecoder.decode(pair[1], StandardCharsets.UTF_8)));
        assertThat(told).containsEntry("state", "of-this-visit");
        return told.getOrDefault("code", "");
    }

    private Map<String, String> asked(String back) throws Exception {
        byte[] challenge = MessageDigest.getInstance("SHA-256").digest(verifier.getBytes(StandardCharsets.US_ASCII));
        Map<String, String> asked = new LinkedHashMap<>();
        asked.put("client_id", "niaga-frontend");
        asked.put("response_type", "code");
        asked.put("scope", "openid");
        asked.put("redirect_uri", back);
        asked.put("state", "of-this-visit");
        asked.put("code_challenge", Base64.getUrlEncoder().withoutPadding().encodeToString(challenge));
        asked.put("code_challenge_method", "S256");
        return asked;
    }

    private HttpResponse<String> page(Map<String, String> query) throws IOException, InterruptedException {
        URI uri = URI.create("http://localhost:" + stack.stack().ports().keycloak() + PAGE
                + query.entrySet().stream()
                        .map(part -> part.getKey() + "=" + URLEncoder.encode(part.getValue(), StandardCharsets.UTF_8))
                        .collect(Collectors.joining("&")));
        return browser.send(HttpRequest.newBuilder(uri).build(), HttpResponse.BodyHandlers.ofString());
    }

    private Answer token(String code, String proof) {
        return stack.askForToken(Map.of(
                "grant_type",
                "authorization_code",
                "client_id",
                "niaga-frontend",
                "code",
                code,
                "redirect_uri",
                BACK,
                "code_verifier",
                proof));
    }
}
