package io.niaga.users.partner.http;

import io.niaga.service.openapi.Among;
import io.niaga.types.StoreId;
import io.niaga.users.partner.ApiClient;
import io.niaga.users.partner.ApiClientState;
import io.niaga.users.partner.ClientSecret;
import io.niaga.users.partner.IssueApiClient;
import io.niaga.users.partner.PartnerScope;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A partner's program as staff see it.
 *
 * @param clientId what it names itself when it asks for a token
 * @param stores those of its stores that the caller may know of
 * @param secret only in the answer that made it
 */
record ApiClientJson(
        String id,
        String clientId,
        String name,
        List<StoreId> stores,
        @Among(PartnerScope.class) List<String> scopes,
        @Among(ApiClientState.class) String state,
        Instant createdAt,
        @Nullable Instant secretSince,
        @Nullable String secret) {

    static ApiClientJson of(ApiClient client, List<StoreId> visible, @Nullable ClientSecret secret) {
        return new ApiClientJson(
                client.id().value(),
                client.id().value(),
                client.name(),
                visible,
                client.scopes().stream().map(PartnerScope::wireName).toList(),
                client.state().name(),
                client.createdAt(),
                client.state() instanceof ApiClientState.Active active ? active.secretSince() : null,
                secret == null ? null : secret.value());
    }

    @Override
    public String toString() {
        return "ApiClientJson[" + id + "]";
    }

    /** What is asked for. */
    record WantedJson(
            @NotBlank @Size(max = ApiClient.LONGEST_NAME) @Pattern(regexp = "\\P{Cntrl}*")
            String name,

            @NotEmpty @Size(max = ApiClient.MOST_STORES) List<StoreId> stores,

            @NotEmpty @Size(max = 10) @Among(PartnerScope.class)
            List<String> scopes) {
        IssueApiClient.Wanted toWanted() {
            return new IssueApiClient.Wanted(
                    name.strip(), stores, scopes.stream().map(PartnerScope::of).toList());
        }
    }
}
