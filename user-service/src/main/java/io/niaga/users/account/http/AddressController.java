package io.niaga.users.account.http;

import io.niaga.service.http.Etags;
import io.niaga.service.idempotency.Idempotency;
import io.niaga.service.idempotency.IdempotencyCall;
import io.niaga.service.idempotency.IdempotencyKey;
import io.niaga.service.idempotency.IdempotentOutcome;
import io.niaga.service.idempotency.IdempotentResponse;
import io.niaga.service.openapi.Contract;
import io.niaga.types.Actor;
import io.niaga.types.CommonProblem;
import io.niaga.types.IdSource;
import io.niaga.types.Precondition;
import io.niaga.types.Revision;
import io.niaga.users.account.Account;
import io.niaga.users.account.ManageAccount;
import io.niaga.users.account.http.AccountJson.AddressJson;
import io.niaga.users.account.http.AccountJson.AddressRequestJson;
import io.niaga.users.account.http.AccountJson.AddressesJson;
import io.swagger.v3.oas.annotations.Operation;
import jakarta.validation.Valid;
import java.net.URI;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping(AddressController.PATH)
class AddressController {
    static final String PATH = "/v1/me/addresses";
    private static final String PREFIX = "adr";
    private final ManageAccount manage;
    private final Idempotency idempotency;
    private final IdSource ids;

    AddressController(ManageAccount manage, Idempotency idempotency, IdSource ids) {
        this.manage = manage;
        this.idempotency = idempotency;
        this.ids = ids;
    }

    @Operation(summary = "List my addresses")
    @GetMapping
    ResponseEntity<AddressesJson> listMyAddresses(Actor.Person person) {
        Account account = manage.own(person);
        return Etags.ok(
                account.revision(),
                new AddressesJson(
                        account.addresses().stream().map(AddressJson::of).toList()));
    }

    @Operation(summary = "Keep a new address")
    @PostMapping
    @Contract(answers = 201)
    ResponseEntity<AddressJson> addMyAddress(
            Actor.Person person, @Nullable IdempotencyKey key, @Valid @RequestBody AddressRequestJson body) {
        IdempotencyCall call = IdempotencyCall.optional(key, person, "POST " + PATH, body, ids.next(PREFIX));
        IdempotentOutcome<Kept> outcome = idempotency.run(
                call,
                id -> kept(manage.change(person, Precondition.NONE, account -> account.keep(body.toAddress(id))), id),
                id -> kept(manage.own(person), id));
        Kept kept = outcome.value();
        return IdempotentResponse.created(
                outcome.map(Kept::json), URI.create(PATH + "/" + kept.json().id()), Etags.of(kept.revision()));
    }

    @Operation(summary = "Read one of my addresses")
    @GetMapping("/{id}")
    ResponseEntity<AddressJson> getMyAddress(Actor.Person person, @PathVariable String id) {
        return answer(kept(manage.own(person), id));
    }

    @Operation(summary = "Replace an address")
    @PutMapping("/{id}")
    ResponseEntity<AddressJson> replaceMyAddress(
            Actor.Person person,
            Precondition precondition,
            @PathVariable String id,
            @Valid @RequestBody AddressRequestJson body) {
        Account changed = manage.change(person, precondition, account -> {
            kept(account, id);
            account.keep(body.toAddress(id));
        });
        return answer(kept(changed, id));
    }

    @Operation(summary = "Forget an address")
    @DeleteMapping("/{id}")
    ResponseEntity<Void> deleteMyAddress(Actor.Person person, Precondition precondition, @PathVariable String id) {
        manage.change(person, precondition, account -> {
            if (!account.drop(id)) {
                throw CommonProblem.NOT_FOUND.now();
            }
        });
        return ResponseEntity.noContent().build();
    }

    /** An address, and the version of the account that it was seen in. */
    private record Kept(AddressJson json, Revision revision) {}

    private static Kept kept(Account account, String id) {
        return account.addresses().stream()
                .filter(address -> address.id().equals(id))
                .findFirst()
                .map(address -> new Kept(AddressJson.of(address), account.revision()))
                .orElseThrow(CommonProblem.NOT_FOUND::now);
    }

    private static ResponseEntity<AddressJson> answer(Kept kept) {
        return Etags.ok(kept.revision(), kept.json());
    }
}
