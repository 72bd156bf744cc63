package io.niaga.orders.checkout.http;

import io.niaga.orders.order.Contact;
import io.niaga.orders.order.PaymentMethod;
import io.niaga.orders.order.http.OrderJson;
import io.niaga.orders.quote.QuoteId;
import io.niaga.types.PostalAddress;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;

/** What an order is placed with; who orders and what it costs are known already. */
record PlacementRequest(
        @Pattern(regexp = "quo_[0-7][0-9a-hjkmnp-tv-z]{25}") String quoteId,
        PaymentMethod paymentMethod,
        @Valid ContactRequest contact) {
    /** How the buyer wants to be reached about the order. */
    record ContactRequest(
            @Size(max = 254) @Pattern(regexp = OrderJson.Contact.EMAIL)
            String email,

            @Pattern(regexp = PostalAddress.PHONE) @Nullable String phone) {}

    QuoteId quote() {
        return QuoteId.of(quoteId);
    }

    Contact reached() {
        return new Contact(contact.email(), contact.phone());
    }
}
