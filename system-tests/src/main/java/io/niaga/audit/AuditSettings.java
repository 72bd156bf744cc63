package io.niaga.audit;

import io.niaga.localstack.topology.Ports;
import java.time.Duration;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Map;

/**
 * Where everything is, and how patient to be.
 *
 * @param gateway empty when the API is not to be asked
 * @param tokens where the demo's operator signs in
 * @param token used instead of signing in; empty when there is none
 */
public record AuditSettings(
        String mongo,
        String kafka,
        String gateway,
        String tokens,
        String token,
        Audit.Patience patience,
        boolean json) {

    /**
     * The local stack's addresses, unless the environment names others.
     *
     * @throws IllegalArgumentException in a sentence for people, when a word or a variable is not understood
     */
    public static AuditSettings of(List<String> words, Map<String, String> environment) {
        Ports ports = Ports.from(environment);
        Duration settle = Audit.Patience.USUAL.settle();
        Duration grace = Audit.Patience.USUAL.grace();
        boolean json = false;
        boolean asksApi = true;
        for (String word : words) {
            switch (word.contains("=") ? word.substring(0, word.indexOf('=') + 1) : word) {
                case "--json" -> json = true;
                case "--no-api" -> asksApi = false;
                case "--settle=" -> settle = duration(word);
                case "--grace=" -> grace = duration(word);
                default -> throw new IllegalArgumentException(word + " is unknown here; see ./niaga help.");
            }
        }
        return new AuditSettings(
                or(environment, "NIAGA_MONGODB_URI", "mongodb://127.0.0.1:" + ports.database()),
                or(environment, "NIAGA_KAFKA_BOOTSTRAP_SERVERS", "127.0.0.1:" + ports.kafka()),
                asksApi ? or(environment, "NIAGA_GATEWAY_URL", "http://localhost:" + ports.base()) : "",
                or(
                        environment,
                        "NIAGA_TOKEN_URI",
                        "http://localhost:" + ports.keycloak() + "/realms/niaga/protocol/openid-connect/token"),
                environment.getOrDefault("NIAGA_AUDIT_TOKEN", ""),
                new Audit.Patience(settle, grace),
                json);
    }

    private static String or(Map<String, String> environment, String name, String usual) {
        String value = environment.getOrDefault(name, "");
        return value.isEmpty() ? usual : value;
    }

    /** Seconds, or an ISO 8601 duration. */
    private static Duration duration(String word) {
        String value = word.substring(word.indexOf('=') + 1);
        try {
            return value.matches("[0-9]{1,6}") ? Duration.ofSeconds(Long.parseLong(value)) : Duration.parse(value);
        } catch (DateTimeParseException e) {
            throw new IllegalArgumentException(word + " is not a number of seconds, nor a duration.", e);
        }
    }
}
