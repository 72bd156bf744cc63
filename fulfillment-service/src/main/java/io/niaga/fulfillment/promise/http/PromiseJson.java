package io.niaga.fulfillment.promise.http;

import io.niaga.fulfillment.promise.Destination;
import io.niaga.fulfillment.promise.MakePromise;
import io.niaga.fulfillment.promise.Promise;
import io.niaga.fulfillment.promise.ShippingOption;
import io.niaga.fulfillment.stock.Availability;
import io.niaga.types.Money;
import io.niaga.types.Quantity;
import io.niaga.types.Sku;
import io.niaga.types.StoreId;
import java.time.Instant;
import java.util.Currency;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** How an order could be shipped, as order-service sees it. */
record PromiseJson(List<OptionJson> options, List<LineJson> lines) {
    static PromiseJson of(Promise promise) {
        return new PromiseJson(
                promise.options().stream().map(OptionJson::of).toList(),
                promise.lines().stream().map(LineJson::of).toList());
    }

    record OptionJson(String id, String carrier, String service, Money price, Instant promisedBy) {
        static OptionJson of(ShippingOption o) {
            return new OptionJson(o.id().value(), o.carrier(), o.service(), o.price(), o.promisedBy());
        }
    }

    record LineJson(Sku sku, int available, Availability availability) {
        static LineJson of(Promise.Line line) {
            return new LineJson(line.sku(), line.available().units(), line.availability());
        }
    }

    /** What is to be shipped, and where. */
    record Question(StoreId storeId, Currency currency, List<WantedJson> lines, DestinationJson destination) {
        MakePromise.Question toQuestion() {
            return new MakePromise.Question(
                    storeId, currency, lines.stream().map(WantedJson::sku).toList(), destination.toDestination());
        }
    }

    record WantedJson(Sku sku, Quantity quantity) {}

    record DestinationJson(@Nullable String villageCode, String postalCode, String country) {
        Destination toDestination() {
            return new Destination(villageCode, postalCode, country);
        }
    }
}
