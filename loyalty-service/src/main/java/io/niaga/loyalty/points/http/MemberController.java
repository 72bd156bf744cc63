package io.niaga.loyalty.points.http;

import io.niaga.loyalty.points.Member;
import io.niaga.loyalty.points.MemberId;
import io.niaga.loyalty.points.PointsEntry;
import io.niaga.loyalty.points.ReadMember;
import io.niaga.loyalty.points.Tier;
import io.niaga.service.http.Cursor;
import io.niaga.service.http.Etags;
import io.niaga.service.http.PageRequest;
import io.niaga.service.http.Pages;
import io.niaga.service.openapi.Among;
import io.niaga.types.Actor;
import io.niaga.types.Page;
import io.niaga.types.StoreId;
import io.swagger.v3.oas.annotations.Operation;
import java.time.Instant;
import java.util.List;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;

@RestController
class MemberController {
    private final ReadMember read;

    MemberController(ReadMember read) {
        this.read = read;
    }

    record PointsJson(long active, long pending) {}

    record MemberJson(
            String id, PointsJson points, @Among(Tier.class) String tier) {
        static MemberJson of(Member member) {
            return new MemberJson(
                    member.id().value(),
                    new PointsJson(member.active(), member.pending()),
                    member.tier().name());
        }
    }

    /** {@code change}: what the entry adds to the active points. */
    record PointsEntryJson(
            Instant at,
            @Among(PointsEntry.EntryKind.class) String type,
            long points,
            long change,
            String orderId,
            StoreId storeId) {
        static PointsEntryJson of(PointsEntry entry) {
            return new PointsEntryJson(
                    entry.at(), entry.kind().name(), entry.points(), entry.change(), entry.orderId(), entry.store());
        }
    }

    @Operation(summary = "Read my points and tier")
    @GetMapping("/v1/members/me")
    ResponseEntity<MemberJson> getMyMember(Actor.Person person) {
        return getMember(person, MemberId.ofUser(person.id()));
    }

    @Operation(summary = "Read a member's points and tier")
    @GetMapping("/v1/members/{id}")
    ResponseEntity<MemberJson> getMember(Actor actor, @PathVariable MemberId id) {
        Member member = read.member(actor, id);
        return Etags.ok(member.revision(), MemberJson.of(member));
    }

    @Operation(summary = "List what happened to my points, newest first")
    @GetMapping("/v1/members/me/ledger")
    ResponseEntity<Page<PointsEntryJson>> listMyPoints(Actor.Person person, PageRequest page) {
        return listPoints(person, MemberId.ofUser(person.id()), page);
    }

    @Operation(summary = "List what happened to a member's points, newest first")
    @GetMapping("/v1/members/{id}/ledger")
    ResponseEntity<Page<PointsEntryJson>> listPoints(Actor actor, @PathVariable MemberId id, PageRequest page) {
        Page<PointsEntry> entries = read.ledger(actor, id, page.limit(), position(page));
        String next = entries.nextCursor();
        List<PointsEntryJson> items =
                entries.items().stream().map(PointsEntryJson::of).toList();
        return Pages.response(new Page<>(items, next == null ? null : Cursor.encode(List.of(next))), page);
    }

    private static @org.jspecify.annotations.Nullable String position(PageRequest page) {
        String after = page.after();
        if (after == null) {
            return null;
        }
        String position = Cursor.decode(after, 1).getFirst();
        if (!position.matches("[0-9]{1,18}")) {
            throw Cursor.refused();
        }
        return position;
    }
}
