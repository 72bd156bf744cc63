package io.niaga.users.account.http;

import io.niaga.service.http.Etags;
import io.niaga.types.Actor;
import io.niaga.types.CommonProblem;
import io.niaga.types.IdSource;
import io.niaga.types.Precondition;
import io.niaga.types.TypeId;
import io.niaga.users.account.Account;
import io.niaga.users.account.ManageAccount;
import io.niaga.users.account.http.AccountJson.AddressJson;
import io.niaga.users.account.http.AccountJson.AddressRequestJson;
import io.niaga.users.account.http.AccountJson.AddressesJson;
import io.swagger.v3.oas.annotations.Operation;
import jakarta.validation.Valid;
import java.net.URI;
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
@RequestMapping("/v1/me/addresses")
class AddressController {
    private static final String PREFIX = "adr";
    private final ManageAccount manage;
    private final IdSource ids;

    AddressController(ManageAccount manage, IdSource ids) {
        this.manage = manage;
        this.ids = ids;
    }

    @Operation(summary = "List my addresses")
    @GetMapping
    ResponseEntity<AddressesJson> addresses(Actor.Person person) {
        Account account = manage.own(person);
        return Etags.ok(
                account.revision(),
                new AddressesJson(
                        account.addresses().stream().map(AddressJson::of).toList()));
    }

    @Operation(summary = "Keep a new address")
    @PostMapping
    ResponseEntity<AddressJson> add(Actor.Person person, @Valid @RequestBody AddressRequestJson body) {
        String id = ids.next(PREFIX).toString();
        manage.change(person, Precondition.NONE, account -> account.keep(body.toAddress(id)));
        return ResponseEntity.created(URI.create("/v1/me/addresses/" + id)).body(AddressJson.of(body.toAddress(id)));
    }

    @Operation(summary = "Replace an address")
    @PutMapping("/{id}")
    AddressJson replace(
            Actor.Person person,
            Precondition precondition,
            @PathVariable String id,
            @Valid @RequestBody AddressRequestJson body) {
        if (!TypeId.isValid(PREFIX, id)) {
            throw CommonProblem.NOT_FOUND.now();
        }
        manage.change(person, precondition, account -> {
            if (account.addresses().stream().noneMatch(a -> a.id().equals(id))) {
                throw CommonProblem.NOT_FOUND.now();
            }
            account.keep(body.toAddress(id));
        });
        return AddressJson.of(body.toAddress(id));
    }

    @Operation(summary = "Forget an address")
    @DeleteMapping("/{id}")
    ResponseEntity<Void> forget(Actor.Person person, Precondition precondition, @PathVariable String id) {
        manage.change(person, precondition, account -> {
            if (!account.drop(id)) {
                throw CommonProblem.NOT_FOUND.now();
            }
        });
        return ResponseEntity.noContent().build();
    }
}
