package io.niaga.search.index.messaging;

import static io.niaga.search.index.messaging.ProductMapping.orNone;
import static io.niaga.search.index.messaging.ProductMapping.required;

import io.niaga.events.catalog.CategoryStateV1;
import io.niaga.events.catalog.ProductStateV1;
import io.niaga.events.fulfillment.AvailabilityStateV1;
import io.niaga.events.json.CommerceJsonModule;
import io.niaga.messaging.Envelope;
import io.niaga.messaging.EnvelopeCodec;
import io.niaga.search.index.Availability;
import io.niaga.search.index.CategoryEntry;
import io.niaga.search.index.Change;
import io.niaga.search.index.StockKey;
import java.util.Set;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.json.JsonMapper;

/** Reads records of the state topics; never fails, whatever they are. For one thread. */
final class RecordReader {
    private static final Set<String> NAMES = Set.of("product.state", "category.state", "availability.state");

    private final JsonMapper json = JsonMapper.builder()
            .addModule(new CommerceJsonModule())
            .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .build();

    Reading read(ConsumerRecord<String, byte[]> in) {
        String type = EnvelopeCodec.type(in);
        if (type == null) {
            return new Reading.Malformed("it has no type");
        }
        try {
            return switch (type) {
                case ProductStateV1.TYPE -> product(in);
                case CategoryStateV1.TYPE -> category(in);
                case AvailabilityStateV1.TYPE -> availability(in);
                default ->
                    NAMES.contains(type.replaceFirst("\\.v\\d+$", ""))
                            ? new Reading.UnknownVersion(type)
                            : new Reading.Foreign();
            };
        } catch (JacksonException | IllegalArgumentException | ArithmeticException malformed) {
            return new Reading.Malformed(malformed.getClass().getSimpleName());
        }
    }

    private Reading product(ConsumerRecord<String, byte[]> in) {
        Envelope envelope = EnvelopeCodec.decode(in);
        if (in.value() == null) {
            return new Reading.Told(new Change.ProductGone(envelope.key(), envelope.sequence()), envelope);
        }
        ProductStateV1 told = body(in, ProductStateV1.class);
        same(envelope.key(), told.productId());
        return new Reading.Told(ProductMapping.change(told, envelope.sequence()), envelope);
    }

    private Reading category(ConsumerRecord<String, byte[]> in) {
        Envelope envelope = EnvelopeCodec.decode(in);
        if (in.value() == null) {
            return new Reading.Told(new Change.CategoryGone(envelope.key(), envelope.sequence()), envelope);
        }
        CategoryStateV1 told = body(in, CategoryStateV1.class);
        same(envelope.key(), told.categoryId());
        CategoryEntry category = new CategoryEntry(
                told.categoryId(),
                required(told.storeId(), "storeId"),
                orNone(told.idPath()),
                orNone(told.slugPath()),
                orNone(told.name()));
        return new Reading.Told(new Change.CategoryTold(category, envelope.sequence()), envelope);
    }

    private Reading availability(ConsumerRecord<String, byte[]> in) {
        Envelope envelope = EnvelopeCodec.decode(in);
        StockKey stock = StockKey.of(envelope.key());
        if (in.value() == null) {
            return new Reading.Told(new Change.StockGone(stock, envelope.sequence()), envelope);
        }
        AvailabilityStateV1 told = body(in, AvailabilityStateV1.class);
        same(stock.variant(), StockKey.variant(told.storeId(), told.sku()));
        Availability availability = Availability.valueOf(required(told.availability(), "availability"));
        return new Reading.Told(new Change.StockTold(stock, availability, envelope.sequence()), envelope);
    }

    private <T> T body(ConsumerRecord<String, byte[]> in, Class<T> type) {
        return required(json.readValue(in.value(), type), "the body");
    }

    private static void same(String key, String inBody) {
        if (!key.equals(inBody)) {
            throw new IllegalArgumentException("the key and the body name different things");
        }
    }
}
