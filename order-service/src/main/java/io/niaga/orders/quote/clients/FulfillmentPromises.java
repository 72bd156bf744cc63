package io.niaga.orders.quote.clients;

import io.niaga.orders.offer.Storefront;
import io.niaga.orders.quote.Address;
import io.niaga.orders.quote.Calculation;
import io.niaga.orders.quote.Promises;
import io.niaga.orders.quote.ShippingOption;
import io.niaga.service.clients.RemoteUnavailable;
import io.niaga.types.CommonProblem;
import io.niaga.types.Sku;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** The warehouse's promises over HTTP. */
@Component
public final class FulfillmentPromises implements Promises {
    private static final Logger LOG = LoggerFactory.getLogger(FulfillmentPromises.class);

    private final FulfillmentApi fulfillment;

    FulfillmentPromises(FulfillmentApi fulfillment) {
        this.fulfillment = fulfillment;
    }

    @Override
    public Promise promise(Storefront storefront, List<Calculation.Wanted> lines, Address destination) {
        FulfillmentApi.Question question = new FulfillmentApi.Question(
                storefront.store(),
                storefront.currency().getCurrencyCode(),
                lines.stream()
                        .map(line -> new FulfillmentApi.Line(line.offer().sku(), line.quantity()))
                        .toList(),
                new FulfillmentApi.Destination(
                        destination.villageCode(), destination.postalCode(), destination.country()));
        try {
            return promise(fulfillment.promise(question));
        } catch (RemoteUnavailable away) {
            LOG.warn("Promises cannot be asked for: {}", away.getMessage());
            throw CommonProblem.SERVICE_UNAVAILABLE.with("needed", "fulfillment");
        }
    }

    private static Promise promise(FulfillmentApi.Answer answer) {
        Map<Sku, Integer> available = new HashMap<>();
        answer.lines().forEach(line -> available.put(line.sku(), line.available()));
        List<ShippingOption> options = answer.options().stream()
                .map(o -> new ShippingOption(o.id(), o.carrier(), o.service(), o.price(), o.promisedBy()))
                .sorted(Comparator.comparing(ShippingOption::price))
                .toList();
        return new Promise(options, available);
    }
}
