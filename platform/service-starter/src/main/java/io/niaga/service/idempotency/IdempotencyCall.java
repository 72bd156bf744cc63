package io.niaga.service.idempotency;

import io.niaga.types.Actor;
import org.jspecify.annotations.Nullable;

/**
 * One request that must have its effect once.
 *
 * @param key as the client sent it, if it did
 * @param required whether the request is refused without a key
 * @param route method and path with the ids in it: {@code POST /v1/orders/ord_x/cancellation}
 * @param body what makes two requests the same: the request's record (compared as JSON); null for none
 * @param candidate the id of the resource if this is the first such request; a resumed one gets the first one's
 * @param keepsRefusals whether a refusal is an outcome too, told again by reloading (the placement of an order), instead of
 *     leaving the key free
 */
public record IdempotencyCall(
        @Nullable IdempotencyKey key,
        boolean required,
        Actor actor,
        String route,
        @Nullable Object body,
        String candidate,
        boolean keepsRefusals) {

    /** A call that is refused without a key. */
    public static IdempotencyCall required(
            @Nullable IdempotencyKey key, Actor actor, String route, @Nullable Object body, Object candidate) {
        return new IdempotencyCall(key, true, actor, route, body, candidate.toString(), false);
    }

    /** A call for which a key is honoured. */
    public static IdempotencyCall optional(
            @Nullable IdempotencyKey key, Actor actor, String route, @Nullable Object body, Object candidate) {
        return new IdempotencyCall(key, false, actor, route, body, candidate.toString(), false);
    }

    public IdempotencyCall keepingRefusals() {
        return new IdempotencyCall(key, required, actor, route, body, candidate, true);
    }

    /** Keys of different callers never meet. */
    String caller() {
        return switch (actor) {
            case Actor.Person person -> person.id().value();
            case Actor.Service service ->
                service.clientId() + "/"
                        + service.onBehalfOf().map(Object::toString).orElse("");
            case Actor.Partner partner -> partner.clientId();
            case Actor.Guest guest when guest.holds().isEmpty() -> "anonymous " + (key == null ? "" : key.origin());
            case Actor.Guest guest ->
                guest.holds().stream().map(Object::toString).sorted().reduce("guest", (all, id) -> all + " " + id);
        };
    }
}
