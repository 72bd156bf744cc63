package io.niaga.users.store.http;

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
import io.niaga.types.Page;
import io.niaga.types.Precondition;
import io.niaga.types.Role;
import io.niaga.types.StoreId;
import io.niaga.types.UserId;
import io.niaga.users.store.AppointMember;
import io.niaga.users.store.Member;
import io.niaga.users.store.ReadMembers;
import io.niaga.users.store.ReadMembers.Shown;
import io.niaga.users.store.http.MemberJson.AppointmentJson;
import io.niaga.users.store.http.MemberJson.RolesJson;
import io.swagger.v3.oas.annotations.Operation;
import jakarta.validation.Valid;
import java.net.URI;
import java.util.List;
import java.util.Set;
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
@RequestMapping("/v1/stores/{store}/members")
class MemberController {
    private final AppointMember appoint;
    private final ReadMembers read;
    private final Idempotency idempotency;

    MemberController(AppointMember appoint, ReadMembers read, Idempotency idempotency) {
        this.appoint = appoint;
        this.read = read;
        this.idempotency = idempotency;
    }

    @Operation(summary = "List who works in a store")
    @GetMapping
    @Contract(gives = "ETag")
    ResponseEntity<Page<MemberJson>> listStoreMembers(Actor actor, @PathVariable StoreId store, PageRequest page) {
        String cursor = page.after();
        String after = cursor == null ? null : Cursor.decode(cursor, 1).getFirst();
        Shown<Page<Member>> shown = read.list(actor, store, page.limit(), after);
        List<MemberJson> items =
                shown.value().items().stream().map(MemberJson::of).toList();
        String next = shown.value().nextCursor();
        Page<MemberJson> members = new Page<>(items, next == null ? null : Cursor.encode(List.of(next)));
        ResponseEntity<Page<MemberJson>> answer = Pages.response(members, page);
        return ResponseEntity.ok()
                .headers(answer.getHeaders())
                .eTag(Etags.of(shown.revision(), items))
                .body(members);
    }

    @Operation(
            summary = "Appoint the person with a mail address",
            description =
                    "For somebody with an account, a mail address that the identity server has verified and no role in the "
                            + "store yet; others are appointed by their id, and roles are changed, with PUT.")
    @PostMapping
    @Contract(answers = 201, needs = "Idempotency-Key")
    ResponseEntity<MemberJson> addStoreMember(
            Actor actor,
            @PathVariable StoreId store,
            @Nullable IdempotencyKey key,
            @Valid @RequestBody AppointmentJson body) {
        Set<Role> roles = body.toRoles();
        String route = "/v1/stores/" + store + "/members";
        UserId person = idempotency
                .earlier(key, actor, "POST " + route)
                .map(UserId::of)
                .orElseGet(() -> appoint.named(actor, store, body.email()));
        IdempotentOutcome<Shown<Member>> outcome = idempotency.run(
                IdempotencyCall.required(key, actor, "POST " + route, body, person),
                id -> {
                    appoint.add(actor, store, UserId.of(id), roles);
                    return read.member(actor, store, UserId.of(id));
                },
                id -> read.member(actor, store, UserId.of(id)));
        MemberJson member = MemberJson.of(outcome.value().value());
        return IdempotentResponse.created(
                outcome.map(_ -> member), URI.create(route + "/" + member.userId()), tag(outcome.value(), member));
    }

    @Operation(summary = "Read who somebody is in a store")
    @GetMapping("/{user}")
    ResponseEntity<MemberJson> getStoreMember(Actor actor, @PathVariable StoreId store, @PathVariable UserId user) {
        return answer(read.member(actor, store, user));
    }

    @Operation(
            summary = "Give a person exactly these roles in a store",
            description = "If-Match is needed to change a member's; it is the ETag of any answer about the store.")
    @PutMapping("/{user}")
    @Contract(answers = {200, 428})
    ResponseEntity<MemberJson> putStoreMember(
            Actor actor,
            @PathVariable StoreId store,
            @PathVariable UserId user,
            Precondition precondition,
            @Valid @RequestBody RolesJson body) {
        appoint.appoint(actor, store, user, body.toRoles(), precondition);
        return answer(read.member(actor, store, user));
    }

    @Operation(summary = "Let a person leave a store")
    @DeleteMapping("/{user}")
    @Contract(needs = "If-Match")
    ResponseEntity<Void> removeStoreMember(
            Actor actor, @PathVariable StoreId store, @PathVariable UserId user, Precondition precondition) {
        appoint.dismiss(actor, store, user, precondition);
        return ResponseEntity.noContent().build();
    }

    private static ResponseEntity<MemberJson> answer(Shown<Member> shown) {
        MemberJson member = MemberJson.of(shown.value());
        return ResponseEntity.ok().eTag(tag(shown, member)).body(member);
    }

    /** Names and mail addresses are the identity server's: they change without the store. */
    private static String tag(Shown<Member> shown, MemberJson member) {
        return Etags.of(shown.revision(), List.of(member));
    }
}
