package io.niaga.orders.quote.http;

import io.niaga.orders.offer.http.Language;
import io.niaga.orders.quote.MakeQuote;
import io.niaga.orders.quote.QuoteId;
import io.niaga.orders.quote.ShowQuote;
import io.niaga.service.idempotency.Idempotency;
import io.niaga.service.idempotency.IdempotencyCall;
import io.niaga.service.idempotency.IdempotencyKey;
import io.niaga.service.idempotency.IdempotentOutcome;
import io.niaga.service.idempotency.IdempotentResponse;
import io.niaga.service.identity.GuestTokens;
import io.niaga.service.openapi.Contract;
import io.niaga.types.Actor;
import io.swagger.v3.oas.annotations.Operation;
import jakarta.validation.Valid;
import java.net.URI;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Quotes, for those whose cart they are made of. */
@RestController
@RequestMapping("/v1/quotes")
class QuoteController {
    /** A quote never changes: it has one version. */
    private static final String ETAG = "\"1\"";

    private final MakeQuote makeQuote;
    private final ShowQuote showQuote;
    private final Idempotency idempotency;

    QuoteController(MakeQuote makeQuote, ShowQuote showQuote, Idempotency idempotency) {
        this.makeQuote = makeQuote;
        this.showQuote = showQuote;
        this.idempotency = idempotency;
    }

    @PostMapping
    @Operation(
            summary = "Quote a cart",
            description =
                    "Fixes prices, tax, shipping and the promise until the quote expires. Never refuses for stock. An"
                            + " address of /v1/me/addresses is taken as it is; its id and label are not looked at.")
    @Contract(answers = 201, guests = GuestTokens.CART)
    ResponseEntity<QuoteJson> createQuote(
            Actor actor, @Nullable IdempotencyKey key, @Valid @RequestBody QuoteRequest request) {
        String language = Language.current();
        IdempotentOutcome<QuoteJson> outcome = idempotency.run(
                IdempotencyCall.optional(key, actor, "POST /v1/quotes", request, makeQuote.newId()),
                id -> made(actor, QuoteId.of(id), request, language),
                id -> shown(actor, QuoteId.of(id)));
        URI location = URI.create("/v1/quotes/" + outcome.value().id());
        return IdempotentResponse.created(outcome, location, ETAG);
    }

    @GetMapping("/{id}")
    @Operation(summary = "Show a quote")
    @Contract(guests = GuestTokens.CART)
    ResponseEntity<QuoteJson> getQuote(Actor actor, @PathVariable QuoteId id) {
        return ResponseEntity.ok().eTag(ETAG).body(shown(actor, id));
    }

    private QuoteJson made(Actor actor, QuoteId id, QuoteRequest request, String language) {
        MakeQuote.Request wish = new MakeQuote.Request(id, request.cart(), request.terms(language), request.points());
        return makeQuote
                .make(actor, wish)
                .map(quote -> QuoteJson.of(quote, ShowQuote.State.VALID))
                .orElseGet(() -> shown(actor, id));
    }

    private QuoteJson shown(Actor actor, QuoteId id) {
        ShowQuote.Shown shown = showQuote.show(actor, id);
        return QuoteJson.of(shown.quote(), shown.state());
    }
}
