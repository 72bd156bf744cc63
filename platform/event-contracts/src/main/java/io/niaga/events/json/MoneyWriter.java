package io.niaga.events.json;

import io.niaga.types.Money;
import tools.jackson.core.JsonGenerator;
import tools.jackson.databind.SerializationContext;
import tools.jackson.databind.ValueSerializer;

/** {@code {"amount":"149900.00","currency":"IDR"}}: decimal text, never a number. */
final class MoneyWriter extends ValueSerializer<Money> {
    @Override
    public void serialize(Money money, JsonGenerator out, SerializationContext context) {
        out.writeStartObject(money, 2);
        out.writeStringProperty("amount", money.toDecimal());
        out.writeStringProperty("currency", money.currency().getCurrencyCode());
        out.writeEndObject();
    }
}
