package io.niaga.users.account.keycloak;

import io.niaga.types.CommonProblem;
import io.niaga.users.account.AccountProblem;
import java.util.List;
import java.util.Map;
import org.springframework.web.client.RestClientResponseException;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/** A new person in Keycloak's words, and what its refusal means in ours. */
final class Registration {
    static final String NO_NAME = "-";
    private static final String RULES = "8 to 128 characters, and not the mail address";

    /** Keycloak's {@code person-name-prohibited-characters}, which the realm's profile asks of both names. */
    private static final String NOT_IN_NAMES = "[\\p{Cntrl}\\v<>(){}\\[\\]&|^~=*/\\\\!?#$%§;\"]";

    private Registration() {}

    /** Keycloak wants two names before it lets anybody in; people have one, two or five, and our account keeps them as written. */
    static Map<String, Object> of(String email, String password, String name) {
        String plain =
                name.replaceAll(NOT_IN_NAMES, " ").replaceAll("\\s+", " ").strip();
        String whole = plain.isEmpty() ? NO_NAME : plain;
        int space = whole.lastIndexOf(' ');
        return Map.of(
                "username",
                email,
                "email",
                email,
                "firstName",
                space < 0 ? whole : whole.substring(0, space),
                "lastName",
                space < 0 ? NO_NAME : whole.substring(space + 1),
                "enabled",
                true,
                "credentials",
                List.of(Map.of("type", "password", "value", password, "temporary", false)));
    }

    static RuntimeException refusal(RestClientResponseException refused) {
        return switch (refused.getStatusCode().value()) {
            case 409 -> AccountProblem.EMAIL_TAKEN.now();
            case 400 -> ofFields(fields(refused.getResponseBodyAsString()));
            default -> refused;
        };
    }

    /** A refused password names no field. */
    private static RuntimeException ofFields(List<String> fields) {
        // The mail address is the user name too, and fewer characters are allowed in that.
        if (fields.contains("email") || fields.contains("username")) {
            return CommonProblem.INVALID_REQUEST.now().at("/email", "INVALID", "This mail address is not accepted.");
        }
        if (fields.contains("firstName") || fields.contains("lastName")) {
            return CommonProblem.INVALID_REQUEST.now().at("/name", "INVALID", "This name is not accepted.");
        }
        return AccountProblem.PASSWORD_REFUSED.with("rules", RULES);
    }

    /** Of one error, or of several in {@code errors}. */
    private static List<String> fields(String body) {
        try {
            return JsonMapper.shared().readTree(body).findValuesAsString("field");
        } catch (JacksonException unreadable) {
            return List.of();
        }
    }
}
