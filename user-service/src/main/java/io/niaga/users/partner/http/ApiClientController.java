package io.niaga.users.partner.http;

import io.niaga.service.http.Cursor;
import io.niaga.service.http.Etags;
import io.niaga.service.http.PageRequest;
import io.niaga.service.http.Pages;
import io.niaga.service.idempotency.Idempotency;
import io.niaga.service.idempotency.IdempotencyCall;
import io.niaga.service.idempotency.IdempotencyKey;
import io.niaga.service.idempotency.IdempotentOutcome;
import io.niaga.service.idempotency.IdempotentResponse;
import io.niaga.service.openapi.Contract;
import io.niaga.types.Actor;
import io.niaga.types.IdSource;
import io.niaga.types.Page;
import io.niaga.types.StoreId;
import io.niaga.users.partner.ApiClient;
import io.niaga.users.partner.ApiClientAccess;
import io.niaga.users.partner.ApiClientId;
import io.niaga.users.partner.IssueApiClient;
import io.niaga.users.partner.Provisioning.Issued;
import io.niaga.users.partner.ReadApiClients;
import io.niaga.users.partner.RemoveApiClient;
import io.niaga.users.partner.RenewClientSecret;
import io.swagger.v3.oas.annotations.Operation;
import jakarta.validation.Valid;
import java.net.URI;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Component;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/v1/api-clients")
class ApiClientController {
    private final IssueApiClient issue;
    private final RenewClientSecret renew;
    private final RemoveApiClient remove;
    private final ReadApiClients read;
    private final Around around;

    ApiClientController(
            IssueApiClient issue, RenewClientSecret renew, RemoveApiClient remove, ReadApiClients read, Around around) {
        this.issue = issue;
        this.renew = renew;
        this.remove = remove;
        this.read = read;
        this.around = around;
    }

    /** What requests need besides verbs. */
    @Component
    record Around(ApiClientAccess access, Idempotency idempotency, IdSource ids) {}

    @Operation(
            summary = "Give a partner an API client",
            description = "For stores of the caller. The secret is in this answer only; a repetition does not have it.")
    @PostMapping
    @Contract(answers = 201, needs = "Idempotency-Key")
    ResponseEntity<ApiClientJson> issueApiClient(
            Actor actor, @Nullable IdempotencyKey key, @Valid @RequestBody ApiClientJson.WantedJson body) {
        IssueApiClient.Wanted wanted = body.toWanted();
        IdempotencyCall call = IdempotencyCall.required(
                key, actor, "POST /v1/api-clients", body, around.ids().next(ApiClientId.PREFIX));
        IdempotentOutcome<Issued> outcome = around.idempotency()
                .run(
                        call,
                        id -> issue.issue(actor, ApiClientId.of(id), wanted),
                        id -> new Issued(read.find(actor, ApiClientId.of(id)), null));
        ApiClient client = outcome.value().client();
        return IdempotentResponse.created(
                outcome.map(issued -> json(actor, issued)),
                URI.create("/v1/api-clients/" + client.id()),
                Etags.of(client.revision()));
    }

    @Operation(summary = "List API clients, oldest first; without a store: all, for operators")
    @GetMapping
    ResponseEntity<Page<ApiClientJson>> listApiClients(
            Actor actor, @RequestParam(required = false) @Nullable StoreId store, PageRequest page) {
        String cursor = page.after();
        String after = cursor == null ? null : Cursor.decode(cursor, 1).getFirst();
        Page<ApiClient> found = read.list(actor, store, page.limit(), after);
        List<ApiClientJson> items =
                found.items().stream().map(client -> json(actor, client)).toList();
        String next = found.nextCursor();
        return Pages.response(new Page<>(items, next == null ? null : Cursor.encode(List.of(next))), page);
    }

    @Operation(summary = "Read an API client")
    @GetMapping("/{id}")
    ResponseEntity<ApiClientJson> getApiClient(Actor actor, @PathVariable ApiClientId id) {
        ApiClient client = read.find(actor, id);
        return Etags.ok(client.revision(), json(actor, client));
    }

    @Operation(
            summary = "Give an API client another secret",
            description = "The one before stops at once; the new one is in this answer only.")
    @PostMapping("/{id}/secret")
    ResponseEntity<ApiClientJson> renewApiClientSecret(Actor actor, @PathVariable ApiClientId id) {
        Issued issued = renew.renew(actor, id);
        return ResponseEntity.ok().eTag(Etags.of(issued.client().revision())).body(json(actor, issued));
    }

    @Operation(summary = "End an API client: no new tokens at once, old ones within five minutes")
    @DeleteMapping("/{id}")
    ResponseEntity<Void> removeApiClient(Actor actor, @PathVariable ApiClientId id) {
        remove.remove(actor, id);
        return ResponseEntity.noContent().build();
    }

    private ApiClientJson json(Actor actor, Issued issued) {
        ApiClient client = issued.client();
        return ApiClientJson.of(client, around.access().visibleStores(actor, client), issued.secret());
    }

    private ApiClientJson json(Actor actor, ApiClient client) {
        return json(actor, new Issued(client, null));
    }
}
