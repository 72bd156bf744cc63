package io.niaga.orders;

import io.niaga.orders.cart.CartId;
import io.niaga.orders.quote.QuoteId;
import io.niaga.types.Money;
import io.niaga.types.Percentage;
import io.niaga.types.Sku;
import io.niaga.types.StoreId;
import io.niaga.types.UserId;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import org.bson.Document;
import org.jspecify.annotations.Nullable;
import org.springframework.core.convert.TypeDescriptor;
import org.springframework.core.convert.converter.GenericConverter;
import org.springframework.data.convert.CustomConversions;
import org.springframework.data.mongodb.core.convert.DefaultMongoTypeMapper;
import org.springframework.data.mongodb.core.convert.MappingMongoConverter;
import org.springframework.data.mongodb.core.convert.MongoCustomConversions;
import org.springframework.data.mongodb.core.convert.NoOpDbRefResolver;
import org.springframework.data.mongodb.core.mapping.MongoMappingContext;

/** How values are written into documents: ids and SKUs as text, money as whole minor units beside their currency. */
final class OrdersDocuments {
    /** A dot in a variant's option name must not look like a path. */
    private static final String DOT = "\uFF0E";

    private OrdersDocuments() {}

    /** The converter between records and documents. */
    static MappingMongoConverter converter() {
        MongoCustomConversions conversions = new MongoCustomConversions(List.of(
                value(Sku.class, String.class, Sku::value, Sku::of),
                value(StoreId.class, String.class, StoreId::value, StoreId::of),
                value(UserId.class, String.class, UserId::value, UserId::of),
                value(CartId.class, String.class, CartId::value, CartId::of),
                value(QuoteId.class, String.class, QuoteId::value, QuoteId::of),
                value(Percentage.class, Long.class, Percentage::basisPoints, Percentage::new),
                value(Money.class, Document.class, OrdersDocuments::document, OrdersDocuments::money)));
        MongoMappingContext context = new MongoMappingContext();
        context.setSimpleTypeHolder(conversions.getSimpleTypeHolder());
        context.afterPropertiesSet();
        MappingMongoConverter converter = new MappingMongoConverter(NoOpDbRefResolver.INSTANCE, context);
        converter.setCustomConversions((CustomConversions) conversions);
        converter.setTypeMapper(new DefaultMongoTypeMapper(null));
        converter.setMapKeyDotReplacement(DOT);
        converter.afterPropertiesSet();
        return converter;
    }

    private static Document document(Money money) {
        return new Document("minor", money.minorUnits())
                .append("currency", money.currency().getCurrencyCode());
    }

    private static Money money(Document document) {
        return Money.ofMinor(document.getLong("minor"), document.getString("currency"));
    }

    private static <T, S> GenericConverter value(
            Class<T> type, Class<S> stored, Function<T, S> write, Function<S, T> read) {
        return new ValueConverter<>(type, stored, write, read);
    }

    private record ValueConverter<T, S>(Class<T> type, Class<S> stored, Function<T, S> write, Function<S, T> read)
            implements GenericConverter {
        @Override
        public Set<ConvertiblePair> getConvertibleTypes() {
            return Set.of(new ConvertiblePair(type, stored), new ConvertiblePair(stored, type));
        }

        @Override
        public @Nullable Object convert(@Nullable Object source, TypeDescriptor from, TypeDescriptor to) {
            if (source == null) {
                return null;
            }
            return type.isInstance(source) ? write.apply(type.cast(source)) : read.apply(stored.cast(source));
        }
    }
}
