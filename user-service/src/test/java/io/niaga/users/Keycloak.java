package io.niaga.users;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.any;
import static com.github.tomakehurst.wiremock.client.WireMock.delete;
import static com.github.tomakehurst.wiremock.client.WireMock.equalTo;
import static com.github.tomakehurst.wiremock.client.WireMock.equalToIgnoreCase;
import static com.github.tomakehurst.wiremock.client.WireMock.get;
import static com.github.tomakehurst.wiremock.client.WireMock.matching;
import static com.github.tomakehurst.wiremock.client.WireMock.matchingJsonPath;
import static com.github.tomakehurst.wiremock.client.WireMock.okJson;
import static com.github.tomakehurst.wiremock.client.WireMock.post;
import static com.github.tomakehurst.wiremock.client.WireMock.put;
import static com.github.tomakehurst.wiremock.client.WireMock.urlMatching;
import static com.github.tomakehurst.wiremock.client.WireMock.urlPathEqualTo;
import static com.github.tomakehurst.wiremock.client.WireMock.urlPathMatching;

import com.github.tomakehurst.wiremock.WireMockServer;
import com.github.tomakehurst.wiremock.client.MappingBuilder;
import com.github.tomakehurst.wiremock.client.ResponseDefinitionBuilder;
import com.github.tomakehurst.wiremock.core.WireMockConfiguration;
import java.util.Arrays;
import java.util.UUID;
import java.util.stream.Collectors;

/** Keycloak's admin API as its documentation describes the calls we make. */
public final class Keycloak {
    public static final WireMockServer SERVER =
            new WireMockServer(WireMockConfiguration.options().dynamicPort());

    static {
        SERVER.start();
    }

    private Keycloak() {}

    public static String url() {
        return SERVER.baseUrl() + "/admin/realms/niaga";
    }

    /** Takes a new person under this id, if the realm's profile and password policy allow it. */
    public static void takes(UUID subject) {
        SERVER.resetAll();
        SERVER.stubFor(
                person().willReturn(aResponse().withStatus(201).withHeader("Location", url() + "/users/" + subject)));
        SERVER.stubFor(person().withRequestBody(matchingJsonPath("$.credentials[0].value", matching(".{0,7}|.*@.*")))
                .willReturn(invalid("{\"errorMessage\":\"Password policy not met\"}")));
        String both =
                error("username", "error-username-invalid-character") + "," + error("email", "error-invalid-email");
        SERVER.stubFor(person().withRequestBody(matchingJsonPath("$.email", matching(".*[.]@.*")))
                .willReturn(invalid("{\"errors\":[" + both + "]}")));
        SERVER.stubFor(person().withRequestBody(
                        matchingJsonPath("$.username", matching(".*[\\s<>(){}\\[\\]&|^~=*/\\\\!?#$%§,;:\"'`].*")))
                .willReturn(invalid(error("username", "error-username-invalid-character"))));
        for (String name : new String[] {"firstName", "lastName"}) {
            SERVER.stubFor(person().withRequestBody(matchingJsonPath(
                            "$." + name, matching("(?s).*[\\p{Cntrl}\\v<>(){}\\[\\]&|^~=*/\\\\!?#$%§;\"].*")))
                    .willReturn(invalid(error(name, "error-person-name-invalid-character"))));
        }
        knows(subject);
    }

    private static MappingBuilder person() {
        return post(urlPathEqualTo("/admin/realms/niaga/users"));
    }

    private static ResponseDefinitionBuilder invalid(String body) {
        return aResponse()
                .withStatus(400)
                .withHeader("Content-Type", "application/json")
                .withBody(body);
    }

    private static String error(String field, String message) {
        return "{\"field\":\"" + field + "\",\"errorMessage\":\"" + message + "\",\"params\":[\"" + field + "\"]}";
    }

    /** Refuses this field of whoever wants to be a person. */
    public static void refusesField(String field) {
        SERVER.stubFor(person().willReturn(invalid(error(field, "error-invalid-value"))));
    }

    public static void knows(UUID subject) {
        SERVER.stubFor(get(urlPathEqualTo("/admin/realms/niaga/roles/customer"))
                .willReturn(okJson("{\"id\":\"r1\",\"name\":\"customer\"}")));
        SERVER.stubFor(post(urlPathMatching(".*/role-mappings/realm"))
                .willReturn(aResponse().withStatus(204)));
        SERVER.stubFor(
                get(urlPathEqualTo("/admin/realms/niaga/users/" + subject)).willReturn(okJson("""
                                        {"id":"%s","email":"budi@example.com","firstName":"Budi","lastName":"Santoso"}""".formatted(subject))));
        SERVER.stubFor(get(urlMatching(".*/users/" + subject + "/groups.*")).willReturn(okJson("[]")));
        SERVER.stubFor(
                get(urlPathMatching(".*/group-by-path/.*")).willReturn(okJson("{\"id\":\"g1\",\"path\":\"/stores\"}")));
        SERVER.stubFor(put(urlPathMatching(".*/users/" + subject + "/groups/.*"))
                .willReturn(aResponse().withStatus(204)));
        SERVER.stubFor(delete(urlPathMatching(".*/users/" + subject + "/groups/.*"))
                .willReturn(aResponse().withStatus(204)));
    }

    /** Knows them as Budi, and lists them when their ids are asked for together. */
    public static void lists(UUID... subjects) {
        SERVER.stubFor(get(urlPathEqualTo("/admin/realms/niaga/users"))
                .withQueryParam("search", matching("id:[0-9a-f -]+"))
                .willReturn(okJson(people("budi@example.com", subjects))));
    }

    /** Knows whom that mail address, in lower case, belongs to. */
    public static void knowsMail(String email, UUID... subjects) {
        knowsNoMail();
        SERVER.stubFor(get(urlPathEqualTo("/admin/realms/niaga/users"))
                .withQueryParam("exact", equalTo("true"))
                .withQueryParam("email", equalToIgnoreCase(email))
                .willReturn(okJson(people(email, subjects))));
    }

    /** Knows whom that mail address belongs to if what they said at their registration is true. */
    public static void knowsUnverified(String email, UUID subject) {
        SERVER.stubFor(get(urlPathEqualTo("/admin/realms/niaga/users"))
                .withQueryParam("exact", equalTo("true"))
                .withQueryParam("email", equalToIgnoreCase(email))
                .willReturn(
                        okJson(people(email, subject).replace("\"emailVerified\":true", "\"emailVerified\":false"))));
    }

    /** Whoever had a mail address has another. */
    public static void knowsNoMail() {
        SERVER.stubFor(get(urlPathEqualTo("/admin/realms/niaga/users"))
                .withQueryParam("exact", equalTo("true"))
                .willReturn(okJson("[]")));
    }

    private static String people(String email, UUID... subjects) {
        return Arrays.stream(subjects).map("""
                        {"id":"%%s","email":"%s","emailVerified":true,"firstName":"Budi","lastName":"Santoso"}""".formatted(email)::formatted).collect(Collectors.joining(",", "[", "]"));
    }

    /** Makes and forgets people, and gives them no role. */
    public static void givesNoRoles() {
        SERVER.stubFor(post(urlPathMatching(".*/role-mappings/realm"))
                .willReturn(aResponse().withStatus(503)));
        SERVER.stubFor(delete(urlPathMatching("/admin/realms/niaga/users/[^/]+"))
                .willReturn(aResponse().withStatus(204)));
    }

    /** The person is in this group, {@code g7}. */
    public static void isIn(UUID subject, String group) {
        SERVER.stubFor(get(urlMatching(".*/users/" + subject + "/groups.*"))
                .willReturn(okJson("[{\"id\":\"g7\",\"path\":\"" + group + "\"}]")));
    }

    /** Whatever it is asked: something is in front of it, and nothing behind. */
    public static void isAway() {
        SERVER.stubFor(any(urlMatching(".*")).willReturn(aResponse().withStatus(503)));
    }

    /** Does not take the token any more that it was shown last. */
    public static void revokesToken() {
        String shown = SERVER.getAllServeEvents().getFirst().getRequest().getHeader("Authorization");
        SERVER.stubFor(any(urlMatching(".*"))
                .withHeader("Authorization", equalTo(shown))
                .willReturn(aResponse().withStatus(401)));
    }

    /** Makes, changes and forgets programs; every secret it gives is the same. */
    public static void takesClients() {
        SERVER.resetMappings();
        String account = UUID.randomUUID().toString();
        SERVER.stubFor(post(urlPathEqualTo("/admin/realms/niaga/clients"))
                .willReturn(aResponse().withStatus(201)));
        SERVER.stubFor(get(urlPathMatching(".*/clients/.*/service-account-user"))
                .willReturn(okJson("{\"id\":\"" + account + "\"}")));
        SERVER.stubFor(get(urlPathEqualTo("/admin/realms/niaga/roles/partner"))
                .willReturn(okJson("{\"id\":\"r9\",\"name\":\"partner\"}")));
        SERVER.stubFor(post(urlPathMatching(".*/role-mappings/realm"))
                .willReturn(aResponse().withStatus(204)));
        SERVER.stubFor(post(urlPathMatching(".*/client-secret"))
                .willReturn(okJson("{\"type\":\"secret\",\"value\":\"s3cr3t-1\"}")));
        SERVER.stubFor(delete(urlPathMatching("/admin/realms/niaga/clients/.*"))
                .willReturn(aResponse().withStatus(204)));
        knows(UUID.fromString(account));
    }

    /** Answers every change like that. */
    public static void refuses(int status) {
        SERVER.resetAll();
        SERVER.stubFor(post(urlPathMatching("/admin/realms/niaga/clients.*"))
                .willReturn(aResponse().withStatus(status)));
        SERVER.stubFor(delete(urlPathMatching("/admin/realms/niaga/clients.*"))
                .willReturn(aResponse().withStatus(status)));
        SERVER.stubFor(post(urlPathEqualTo("/admin/realms/niaga/users"))
                .willReturn(aResponse().withStatus(status).withBody("{\"errorMessage\":\"no\"}")));
    }
}
