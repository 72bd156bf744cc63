package io.niaga.events.json;

import io.niaga.types.Money;
import io.niaga.types.Percentage;
import io.niaga.types.Quantity;
import io.niaga.types.Sku;
import io.niaga.types.StoreId;
import io.niaga.types.UserId;
import java.util.function.Function;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.databind.DeserializationContext;
import tools.jackson.databind.SerializationContext;
import tools.jackson.databind.ValueDeserializer;
import tools.jackson.databind.ValueSerializer;
import tools.jackson.databind.module.SimpleModule;

/** Writes and reads the shared value types: ids, SKUs and percentages as text, quantities as numbers, money as an object. */
public final class CommerceJsonModule extends SimpleModule {
    public CommerceJsonModule() {
        super("commerce-types");
        addSerializer(Money.class, new MoneyWriter());
        addDeserializer(Money.class, new MoneyReader());
        text(Sku.class, Sku::value, Sku::of);
        text(StoreId.class, StoreId::value, StoreId::of);
        text(UserId.class, UserId::value, UserId::of);
        text(Percentage.class, Percentage::toDecimal, Percentage::of);
        addSerializer(Quantity.class, new QuantityWriter());
        addDeserializer(Quantity.class, new QuantityReader());
    }

    private <T> void text(Class<T> type, Function<T, String> write, Function<String, T> read) {
        addSerializer(type, new TextWriter<>(write));
        addDeserializer(type, new TextReader<>(type, read));
    }

    private static final class TextWriter<T> extends ValueSerializer<T> {
        private final Function<T, String> write;

        TextWriter(Function<T, String> write) {
            this.write = write;
        }

        @Override
        public void serialize(T value, JsonGenerator out, SerializationContext context) {
            out.writeString(write.apply(value));
        }
    }

    private static final class TextReader<T> extends ValueDeserializer<T> {
        private final Class<T> type;
        private final Function<String, T> read;

        TextReader(Class<T> type, Function<String, T> read) {
            this.type = type;
            this.read = read;
        }

        @Override
        public T deserialize(JsonParser in, DeserializationContext context) {
            if (!in.hasToken(JsonToken.VALUE_STRING)) {
                return context.reportInputMismatch(type, "text is expected");
            }
            try {
                return read.apply(in.getString());
            } catch (IllegalArgumentException refused) {
                return context.reportInputMismatch(type, "%s", refused.getMessage());
            }
        }
    }

    private static final class QuantityWriter extends ValueSerializer<Quantity> {
        @Override
        public void serialize(Quantity value, JsonGenerator out, SerializationContext context) {
            out.writeNumber(value.units());
        }
    }

    private static final class QuantityReader extends ValueDeserializer<Quantity> {
        @Override
        public Quantity deserialize(JsonParser in, DeserializationContext context) {
            if (!in.hasToken(JsonToken.VALUE_NUMBER_INT)) {
                return context.reportInputMismatch(Quantity.class, "a whole number is expected");
            }
            long units = in.getNumberType() == JsonParser.NumberType.BIG_INTEGER ? -1 : in.getLongValue();
            if (units < 0 || units > Quantity.MOST) {
                return context.reportInputMismatch(Quantity.class, "a quantity lies between 0 and %d", Quantity.MOST);
            }
            return Quantity.of((int) units);
        }
    }
}
