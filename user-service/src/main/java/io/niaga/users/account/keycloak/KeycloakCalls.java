package io.niaga.users.account.keycloak;

import io.niaga.types.CommonProblem;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.client.RestClientException;
import org.springframework.web.client.RestClientResponseException;

/** Calls of Keycloak's admin API: what may go well in a moment is told apart from what Keycloak refuses. */
public final class KeycloakCalls {
    private KeycloakCalls() {}

    /**
     * The answer of the call.
     *
     * @throws io.niaga.types.ProblemException SERVICE_UNAVAILABLE
     * @throws RestClientResponseException a refusal of what was asked
     */
    public static <T extends @Nullable Object> T reached(Supplier<T> call) {
        try {
            return call.get();
        } catch (RestClientResponseException refused) {
            // 401: it no longer takes the token that it gave us; the next call shows another.
            boolean passing = refused.getStatusCode().is5xxServerError()
                    || refused.getStatusCode().isSameCodeAs(HttpStatus.UNAUTHORIZED);
            throw passing ? away() : refused;
        } catch (RestClientException unreachable) {
            throw away();
        }
    }

    private static RuntimeException away() {
        return CommonProblem.SERVICE_UNAVAILABLE.with("needed", "identity server");
    }
}
