package io.niaga.users.store.http;

import io.niaga.service.http.Etags;
import io.niaga.types.Actor;
import io.niaga.types.CommonProblem;
import io.niaga.types.Role;
import io.niaga.types.StoreId;
import io.niaga.types.UserId;
import io.niaga.users.store.AppointMember;
import io.niaga.users.store.Store;
import io.niaga.users.store.StoreProblem;
import io.swagger.v3.oas.annotations.Operation;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.Size;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/v1/stores/{store}/members")
class MemberController {
    private final AppointMember appoint;

    MemberController(AppointMember appoint) {
        this.appoint = appoint;
    }

    record MemberJson(UserId userId, List<String> roles) {}

    record MembersJson(List<MemberJson> items) {
        static MembersJson of(Store store) {
            return new MembersJson(store.members().entrySet().stream()
                    .map(m -> new MemberJson(m.getKey(), names(m.getValue())))
                    .sorted(Comparator.comparing(m -> m.userId().value()))
                    .toList());
        }
    }

    record RolesJson(@NotEmpty @Size(max = 6) List<String> roles) {}

    @Operation(summary = "List who works in a store")
    @GetMapping
    ResponseEntity<MembersJson> members(Actor actor, @PathVariable StoreId store) {
        return answer(appoint.members(actor, store));
    }

    @Operation(summary = "Give a person exactly these roles in a store")
    @PutMapping("/{user}")
    ResponseEntity<MembersJson> appoint(
            Actor actor, @PathVariable StoreId store, @PathVariable UserId user, @Valid @RequestBody RolesJson body) {
        Set<Role> roles = body.roles().stream().map(MemberController::role).collect(Collectors.toUnmodifiableSet());
        return answer(appoint.appoint(actor, store, user, roles));
    }

    @Operation(summary = "Let a person leave a store")
    @DeleteMapping("/{user}")
    ResponseEntity<Void> leave(Actor actor, @PathVariable StoreId store, @PathVariable UserId user) {
        boolean member = appoint.members(actor, store).members().containsKey(user);
        // Also for who is none any more: the identity server may not have been told when they left.
        appoint.appoint(actor, store, user, Set.of());
        if (!member) {
            throw CommonProblem.NOT_FOUND.now();
        }
        return ResponseEntity.noContent().build();
    }

    private static Role role(String name) {
        return Role.ofWireName(name)
                .filter(Role::isOfStaff)
                .orElseThrow(() -> StoreProblem.ROLE_UNKNOWN.with("role", name));
    }

    private static List<String> names(Set<Role> roles) {
        return roles.stream().map(Role::wireName).sorted().toList();
    }

    private static ResponseEntity<MembersJson> answer(Store store) {
        return Etags.ok(store.revision(), MembersJson.of(store));
    }
}
