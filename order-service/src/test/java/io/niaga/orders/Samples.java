package io.niaga.orders;

import io.niaga.orders.cart.Buyer;
import io.niaga.orders.cart.CartId;
import io.niaga.orders.offer.Offer;
import io.niaga.orders.offer.Storefront;
import io.niaga.orders.order.Contact;
import io.niaga.orders.order.OrderId;
import io.niaga.orders.order.PaymentMethod;
import io.niaga.orders.order.Terms;
import io.niaga.orders.quote.Address;
import io.niaga.orders.quote.Calculation;
import io.niaga.orders.quote.Quote;
import io.niaga.orders.quote.QuoteId;
import io.niaga.orders.quote.ShippingOption;
import io.niaga.types.Money;
import io.niaga.types.Percentage;
import io.niaga.types.Sku;
import io.niaga.types.StoreId;
import io.niaga.types.TypeId;
import io.niaga.types.UserId;
import java.time.Duration;
import java.time.Instant;
import java.util.Currency;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Things to test with. */
public final class Samples {
    public static final Instant NOW = Instant.parse("2026-11-24T10:00:00Z");
    public static final Duration WINDOW = Duration.ofMinutes(30);
    public static final StoreId STORE = StoreId.of("sto_01kavf8g00e4ttm0nbdjqsmn0n");
    public static final Storefront FRONT = new Storefront(
            STORE, "Toko Nusantara", Currency.getInstance("IDR"), "Asia/Jakarta", true, Percentage.of("11.00"));
    public static final Sku SHIRT = Sku.of("KMJ-1");
    public static final Sku SARONG = Sku.of("SRG.1");
    public static final UserId BUYER = UserId.ofSubject(new UUID(7, 7));
    public static final CartId CART = CartId.of(new TypeId("crt", new UUID(1, 1)).toString());
    public static final Address ADDRESS = new Address(
            "Budi Santoso", "+6281234567890", List.of("Jl. Merdeka 1", "RT 01"), "31.71.01.1001", "10110", "ID");

    private Samples() {}

    public static Money idr(String amount) {
        return Money.of(amount, "IDR");
    }

    public static Offer offer(Sku sku, String price) {
        return new Offer(
                sku, "prd_01kavf8g00e4ttm0nbdjqsmn0n", true, "Kemeja", Map.of("size.eu", "M"), null, idr(price));
    }

    public static Quote quote(long id, @Nullable String coupon) {
        List<Calculation.Wanted> wanted = List.of(
                new Calculation.Wanted(offer(SHIRT, "249000.00"), 2),
                new Calculation.Wanted(offer(SARONG, "150000.00"), 1));
        Money off = coupon == null ? idr("0.00") : idr("49800.00");
        ShippingOption regular =
                new ShippingOption("sho_reg", "sandbox", "REG", idr("15000.00"), NOW.plus(Duration.ofDays(3)));
        Calculation sum = Calculation.of(wanted, List.of(off, idr("0.00")), regular.price(), FRONT.taxRate());
        return new Quote(
                QuoteId.of(new TypeId("quo", new UUID(5, id)).toString()),
                CART,
                new Buyer(BUYER),
                FRONT,
                "id",
                ADDRESS,
                coupon,
                sum.lines(),
                List.of(regular),
                regular,
                sum.totals(),
                List.of(),
                NOW,
                NOW.plus(Duration.ofMinutes(15)));
    }

    public static Terms terms(long id, @Nullable String coupon, PaymentMethod method) {
        Terms.Placement placement =
                new Terms.Placement(method, new Contact("budi@example.com", "+6281234567890"), BUYER.value(), "key");
        return Terms.of(quote(id, coupon), placement, NOW, NOW.plus(WINDOW));
    }

    public static OrderId orderId(long id) {
        return OrderId.of(quote(id, null).id());
    }
}
