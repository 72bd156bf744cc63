package io.niaga.orders.offer.clients;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.Ticker;
import io.niaga.orders.offer.Offer;
import io.niaga.orders.offer.OfferProblem;
import io.niaga.orders.offer.Offers;
import io.niaga.orders.offer.PriceMemory;
import io.niaga.orders.offer.Prices;
import io.niaga.orders.offer.Storefront;
import io.niaga.service.clients.RemoteRefused;
import io.niaga.service.clients.RemoteUnavailable;
import io.niaga.types.CommonProblem;
import io.niaga.types.Sku;
import io.niaga.types.StoreId;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** The catalog over HTTP; what it said is believed for two seconds, of a store for five minutes, and forgotten when it tells news. */
@Component
public final class CatalogPrices implements Prices, PriceMemory {
    private static final Logger LOG = LoggerFactory.getLogger(CatalogPrices.class);
    private static final Duration PRICE_AGE = Duration.ofSeconds(2);
    private static final Duration STORE_AGE = Duration.ofMinutes(5);
    private static final long MOST = 20_000;
    private static final String FIRST = "first";

    private final CatalogApi catalog;
    private final Cache<Key, Known> known;
    private final Cache<String, Storefront> stores;

    CatalogPrices(CatalogApi catalog, Clock clock) {
        this.catalog = catalog;
        Ticker ticker = () -> TimeUnit.MILLISECONDS.toNanos(clock.millis());
        this.known = Caffeine.newBuilder()
                .ticker(ticker)
                .expireAfterWrite(PRICE_AGE)
                .maximumSize(MOST)
                .build();
        this.stores = Caffeine.newBuilder()
                .ticker(ticker)
                .expireAfterWrite(STORE_AGE)
                .maximumSize(MOST)
                .build();
    }

    private record Key(StoreId store, String language, Sku sku) {}

    /** Two answers may differ in the store's facts; the younger one counts. */
    private record Known(Offer offer, Storefront storefront) {}

    @Override
    public Storefront storefront(@Nullable StoreId store) {
        Storefront held = stores.getIfPresent(store == null ? FIRST : store.value());
        return held == null ? ask(store, "id", List.of()).storefront() : held;
    }

    @Override
    public Offers lookUp(@Nullable StoreId store, String language, Collection<Sku> skus) {
        StoreId where = store == null ? storefront(null).store() : store;
        Map<Sku, Offer> found = new LinkedHashMap<>();
        List<Sku> missing = new ArrayList<>();
        Storefront front = null;
        for (Sku sku : skus) {
            Known held = known.getIfPresent(new Key(where, language, sku));
            if (held == null) {
                missing.add(sku);
            } else {
                found.put(sku, held.offer());
                front = held.storefront();
            }
        }
        if (front == null || !missing.isEmpty()) {
            Offers asked = ask(where, language, missing);
            found.putAll(asked.bySku());
            front = asked.storefront();
        }
        return new Offers(front, found);
    }

    private Offers ask(@Nullable StoreId store, String language, List<Sku> skus) {
        PriceLookup.Answer answer = answered(new PriceLookup.Question(store, language, skus));
        Storefront front = answer.storefront();
        Map<Sku, Offer> offers = new LinkedHashMap<>();
        for (PriceLookup.Item item : answer.items()) {
            offers.put(item.sku(), item.offer());
            known.put(new Key(front.store(), language, item.sku()), new Known(item.offer(), front));
        }
        stores.put(front.store().value(), front);
        if (store == null) {
            stores.put(FIRST, front);
        }
        return new Offers(front, offers);
    }

    private PriceLookup.Answer answered(PriceLookup.Question question) {
        try {
            return catalog.lookUp(question);
        } catch (RemoteRefused refused) {
            throw refused.code().equals(OfferProblem.STORE_UNKNOWN.code()) ? OfferProblem.STORE_UNKNOWN.now() : refused;
        } catch (RemoteUnavailable away) {
            LOG.warn("Prices cannot be asked for: {}", away.getMessage());
            throw CommonProblem.SERVICE_UNAVAILABLE.with("needed", "catalog");
        }
    }

    @Override
    public void forget(StoreId store, Set<Sku> skus) {
        known.asMap().keySet().removeIf(key -> key.store().equals(store) && skus.contains(key.sku()));
    }

    @Override
    public void forgetAll() {
        known.invalidateAll();
    }
}
