package io.niaga.users.account.http;

import io.niaga.service.http.Etags;
import io.niaga.service.openapi.Contract;
import io.niaga.service.patch.MergePatch;
import io.niaga.types.Actor;
import io.niaga.types.Precondition;
import io.niaga.users.account.Account;
import io.niaga.users.account.ManageAccount;
import io.niaga.users.account.Profile;
import io.niaga.users.account.RegisterAccount;
import io.niaga.users.account.http.AccountJson.ProfileJson;
import io.niaga.users.account.http.AccountJson.RegistrationJson;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.validation.ConstraintViolationException;
import jakarta.validation.Valid;
import jakarta.validation.Validator;
import java.net.URI;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PatchMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

@RestController
class AccountController {
    private final RegisterAccount register;
    private final ManageAccount manage;
    private final JsonMapper json;
    private final Validator validator;

    AccountController(RegisterAccount register, ManageAccount manage, JsonMapper json, Validator validator) {
        this.register = register;
        this.manage = manage;
        this.json = json;
        this.validator = validator;
    }

    @Operation(summary = "Register an account")
    @PostMapping("/v1/users")
    @Contract(answers = 201)
    ResponseEntity<AccountJson> registerUser(@Valid @RequestBody RegistrationJson body) {
        String language = body.language() == null ? "id" : body.language();
        Account account =
                register.register(body.email(), body.password(), new Profile(body.name(), body.phone(), language));
        return ResponseEntity.created(URI.create("/v1/me"))
                .eTag(Etags.of(account.revision()))
                .body(AccountJson.of(account));
    }

    @Operation(summary = "Read my account")
    @GetMapping("/v1/me")
    ResponseEntity<AccountJson> getMe(Actor.Person person) {
        return answer(manage.own(person));
    }

    @Operation(summary = "Change my profile")
    @PatchMapping(
            path = "/v1/me",
            consumes = {"application/merge-patch+json", "application/json"})
    ResponseEntity<AccountJson> updateMe(
            Actor.Person person,
            Precondition precondition,
            @io.swagger.v3.oas.annotations.parameters.RequestBody(
                            content =
                                    @Content(
                                            mediaType = "application/merge-patch+json",
                                            schema = @Schema(implementation = ProfileJson.class)))
                    @RequestBody
                    JsonNode patch) {
        return answer(manage.change(person, precondition, account -> account.change(patched(account, patch))));
    }

    private Profile patched(Account account, JsonNode patch) {
        Profile now = account.profile();
        JsonNode before = json.valueToTree(new ProfileJson(now.name(), now.phone(), now.language()));
        ProfileJson after = json.treeToValue(MergePatch.apply(before, MergePatch.fields(patch)), ProfileJson.class);
        var violations = validator.validate(after);
        if (!violations.isEmpty()) {
            throw new ConstraintViolationException(violations);
        }
        return new Profile(after.name(), after.phone(), after.language());
    }

    private static ResponseEntity<AccountJson> answer(Account account) {
        return Etags.ok(account.revision(), AccountJson.of(account));
    }
}
