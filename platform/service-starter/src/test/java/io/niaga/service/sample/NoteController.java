package io.niaga.service.sample;

import io.niaga.service.http.Cursor;
import io.niaga.service.http.Etags;
import io.niaga.service.http.PageRequest;
import io.niaga.service.http.Pages;
import io.niaga.service.openapi.Contract;
import io.niaga.types.Actor;
import io.niaga.types.CommonProblem;
import io.niaga.types.Page;
import io.niaga.types.Permissions;
import io.niaga.types.Precondition;
import io.niaga.types.Revision;
import io.niaga.types.Sku;
import io.niaga.types.StoreId;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.validation.Valid;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.OptimisticLockingFailureException;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PatchMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

@RestController
class NoteController {
    private static final Revision SEVEN = new Revision(7, 0, true);

    private final Permissions permissions;

    NoteController(Permissions permissions) {
        this.permissions = permissions;
    }

    @PostMapping("/v1/notes")
    NoteJson create(@Valid @RequestBody NoteJson note) {
        return note;
    }

    @GetMapping("/v1/notes/{id}")
    ResponseEntity<Map<String, @Nullable Object>> note(@PathVariable NoteId id) {
        Map<String, @Nullable Object> body = new LinkedHashMap<>();
        body.put("id", id.value());
        body.put("text", null);
        return Etags.ok(SEVEN, body);
    }

    @PatchMapping(path = "/v1/notes/{id}", consumes = "application/merge-patch+json")
    @Contract(needs = "If-Match")
    @Operation(
            requestBody =
                    @io.swagger.v3.oas.annotations.parameters.RequestBody(
                            content =
                                    @Content(
                                            mediaType = "application/merge-patch+json",
                                            schema = @Schema(implementation = NoteJson.class))))
    Map<String, String> change(@PathVariable NoteId id, Precondition precondition) {
        precondition.require(SEVEN);
        return Map.of("id", id.value());
    }

    @GetMapping("/v1/notes")
    ResponseEntity<Page<Integer>> notes(PageRequest page) {
        String after = page.after();
        int start = after == null ? 0 : Integer.parseInt(Cursor.decode(after, 1).getFirst());
        List<Integer> items = IntStream.range(start, Math.min(50, start + page.limit()))
                .boxed()
                .toList();
        int end = start + items.size();
        return Pages.response(new Page<>(items, end < 50 ? Cursor.encode(List.of("" + end)) : null), page);
    }

    @GetMapping("/v1/stores/{store}/items/{sku}")
    Map<String, Object> item(
            @PathVariable StoreId store, @PathVariable Sku sku, @RequestParam(defaultValue = "1") int count) {
        return Map.of("store", store, "sku", sku, "count", count);
    }

    @GetMapping("/v1/required")
    Map<String, Object> required(@RequestParam StoreId store, @RequestHeader("X-Needed") String needed) {
        return Map.of("store", store, "needed", needed);
    }

    @GetMapping("/v1/me")
    Map<String, Object> me(Actor actor) {
        return Map.of(
                "kind", actor.getClass().getSimpleName(),
                "label", actor.label(),
                "person", actor.person().map(Object::toString).orElse(""),
                "holds",
                        actor instanceof Actor.Guest guest
                                ? guest.holds().stream().map(Object::toString).toList()
                                : List.of());
    }

    @GetMapping("/v1/mine")
    Map<String, String> mine(Actor.Person person) {
        return Map.of("id", person.id().value());
    }

    @GetMapping("/v1/stores/{store}/stock")
    Map<String, String> stock(@PathVariable StoreId store, Actor actor) {
        permissions.require(actor, "stock:write", store);
        return Map.of("may", "write");
    }

    @GetMapping("/internal/v1/ping")
    Map<String, String> ping(Actor.Service service) {
        return Map.of(
                "client",
                service.clientId(),
                "for",
                service.onBehalfOf().map(Object::toString).orElse(""));
    }

    @GetMapping("/v1/failures/{kind}")
    Map<String, String> fail(@PathVariable String kind) {
        throw switch (kind) {
            case "stale" -> new OptimisticLockingFailureException("somebody was quicker");
            case "unavailable" -> CommonProblem.SERVICE_UNAVAILABLE.now();
            case "too-many" -> CommonProblem.TOO_MANY_REQUESTS.with("seconds", 7);
            case "problem" -> CommonProblem.FORBIDDEN.with("action", "do that");
            default -> new IllegalStateException("a defect with the secret 4711");
        };
    }
}
