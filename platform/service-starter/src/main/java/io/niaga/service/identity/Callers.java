package io.niaga.service.identity;

import io.niaga.types.Actor;
import io.niaga.types.TypeId;
import io.niaga.types.UserId;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Enumeration;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Says who makes a request, from its headers alone. */
final class Callers {
    private static final String BEARER = "bearer ";

    private final AccessTokens tokens;
    private final GuestTokens guestTokens;

    Callers(AccessTokens tokens, GuestTokens guestTokens) {
        this.tokens = tokens;
        this.guestTokens = guestTokens;
    }

    Actor of(HttpServletRequest request) {
        String token = bearerToken(request);
        if (token == null) {
            return guest(request);
        }
        Actor actor = tokens.verify(token);
        return actor instanceof Actor.Service service ? inTheNameOf(request, service) : actor;
    }

    private static @Nullable String bearerToken(HttpServletRequest request) {
        Enumeration<String> headers = request.getHeaders("Authorization");
        if (!headers.hasMoreElements()) {
            return null;
        }
        String header = headers.nextElement();
        if (headers.hasMoreElements() || !header.regionMatches(true, 0, BEARER, 0, BEARER.length())) {
            throw VerifiedTokens.refused("one bearer token is expected");
        }
        return header.substring(BEARER.length()).strip();
    }

    private Actor guest(HttpServletRequest request) {
        String cart = request.getHeader("Cart-Token");
        String order = request.getHeader("Order-Token");
        if (cart == null && order == null) {
            return Actor.Guest.ANONYMOUS;
        }
        Set<TypeId> held = new HashSet<>();
        guestTokens.verify(GuestTokens.CART, cart).ifPresent(held::add);
        guestTokens.verify(GuestTokens.ORDER, order).ifPresent(held::add);
        return new Actor.Guest(held);
    }

    /** Only a service is believed when it names a person. */
    private static Actor inTheNameOf(HttpServletRequest request, Actor.Service service) {
        String person = request.getHeader("On-Behalf-Of");
        return person == null || !TypeId.isValid(UserId.PREFIX, person)
                ? service
                : new Actor.Service(service.clientId(), Optional.of(UserId.of(person)));
    }
}
