package io.niaga.events.json;

import io.niaga.types.Money;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.databind.DeserializationContext;
import tools.jackson.databind.ValueDeserializer;

/** Reads exactly the two fields, both as text; anything else is refused. */
final class MoneyReader extends ValueDeserializer<Money> {
    @Override
    public Money deserialize(JsonParser in, DeserializationContext context) {
        if (!in.isExpectedStartObjectToken()) {
            return context.reportInputMismatch(Money.class, "money is an object with amount and currency");
        }
        String amount = null;
        String currency = null;
        while (in.nextToken() == JsonToken.PROPERTY_NAME) {
            String field = in.currentName();
            boolean isText = in.nextToken() == JsonToken.VALUE_STRING;
            switch (field) {
                case "amount" -> amount = isText ? in.getString() : null;
                case "currency" -> currency = isText ? in.getString() : null;
                default -> context.handleUnknownProperty(in, this, Money.class, field);
            }
            if (!isText) {
                in.skipChildren();
            }
        }
        return money(amount, currency, context);
    }

    private static Money money(@Nullable String amount, @Nullable String currency, DeserializationContext context) {
        if (amount == null || currency == null) {
            return context.reportInputMismatch(Money.class, "money needs amount and currency, both as text");
        }
        try {
            return Money.of(amount, currency);
        } catch (IllegalArgumentException refused) {
            String why = refused.getMessage();
            return context.reportInputMismatch(Money.class, "%s", why == null ? "unknown currency " + currency : why);
        }
    }
}
