package io.niaga.service.openapi;

import io.niaga.service.http.PageRequest;
import io.niaga.service.idempotency.IdempotencyKey;
import io.niaga.types.Actor;
import io.niaga.types.Percentage;
import io.niaga.types.Precondition;
import io.niaga.types.Quantity;
import io.niaga.types.Sku;
import io.niaga.types.StoreId;
import io.niaga.types.UserId;
import io.swagger.v3.oas.models.media.IntegerSchema;
import io.swagger.v3.oas.models.media.ObjectSchema;
import io.swagger.v3.oas.models.media.Schema;
import io.swagger.v3.oas.models.media.StringSchema;
import java.math.BigDecimal;
import java.util.Currency;
import java.util.List;
import org.springdoc.core.utils.SpringDocUtils;
import org.springframework.http.HttpHeaders;
import tools.jackson.databind.JsonNode;

/** How the shared types look in JSON, and which parameters of controllers are not parameters of the API. */
final class SharedSchemas {
    private SharedSchemas() {}

    static void register() {
        SpringDocUtils.getConfig()
                .replaceWithSchema(Currency.class, currency())
                .replaceWithSchema(Sku.class, text("^" + Sku.PATTERN + "$", "KMJ-PRG-CKL-M"))
                .replaceWithSchema(StoreId.class, id(StoreId.PREFIX))
                .replaceWithSchema(UserId.class, id(UserId.PREFIX))
                .replaceWithSchema(Percentage.class, text("^[0-9]{1,5}(\\.[0-9]{1,2})?$", "11.00"))
                .replaceWithSchema(Quantity.class, quantity())
                .replaceWithSchema(JsonNode.class, new ObjectSchema())
                .addRequestWrapperToIgnore(
                        Actor.class,
                        Actor.Person.class,
                        Actor.Service.class,
                        Actor.Partner.class,
                        HttpHeaders.class,
                        Precondition.class,
                        PageRequest.class,
                        IdempotencyKey.class);
    }

    static Schema<?> id(String prefix) {
        return text("^" + prefix + "_[0-7][0-9a-hjkmnp-tv-z]{25}$", prefix + "_01kavf8g00e4ttm0nbdjqsmn0n");
    }

    /** {@link io.niaga.types.Money}; one component, so that a client has one type for it. */
    static Schema<?> money() {
        Schema<?> money = new ObjectSchema()
                .description("An exact amount: decimal text with the currency's ISO 4217 digits.")
                .addProperty("amount", text("^-?[0-9]+(\\.[0-9]+)?$", "249000.00"))
                .addProperty("currency", currency());
        money.setRequired(List.of("amount", "currency"));
        money.setAdditionalProperties(false);
        return money;
    }

    private static Schema<?> currency() {
        return text("^[A-Z]{3}$", "IDR");
    }

    private static Schema<?> quantity() {
        Schema<?> quantity = new IntegerSchema();
        quantity.setMinimum(BigDecimal.ZERO);
        quantity.setMaximum(BigDecimal.valueOf(Quantity.MOST));
        quantity.setExample(2);
        return quantity;
    }

    private static Schema<?> text(String pattern, String example) {
        Schema<?> text = new StringSchema();
        text.setPattern(pattern);
        text.setExample(example);
        return text;
    }
}
