package io.niaga.audit;

import io.niaga.types.TypeId;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.bson.Document;
import org.jspecify.annotations.Nullable;

/** What was agreed on: that its parts sum exactly, and that the order's prices are the quote's. */
final class PriceRules {
    /** After that order-service forgets a quote. */
    private static final Duration KEPT = Duration.ofDays(30);

    private PriceRules() {}

    static void order(OrderCase c, Findings found) {
        if (c.order() != null) {
            Document terms = Fields.part(c.order(), "terms");
            sums(terms, Fields.minor(terms, "shipping.price"), c.id(), found);
        }
    }

    static void quote(Document quote, Findings found) {
        String chosen = Fields.text(quote, "shippingOptionId");
        long shipping = Fields.list(quote, "options").stream()
                .filter(o -> Fields.text(o, "optionId").equals(chosen))
                .mapToLong(o -> Fields.minor(o, "price"))
                .findFirst()
                .orElse(-1);
        sums(quote, shipping, Fields.id(quote), found);
    }

    private static void sums(Document terms, long shippingPrice, String id, Findings found) {
        long items = 0;
        long discount = 0;
        long tax = Fields.minor(terms, "totals.shippingTax");
        for (Document line : Fields.list(terms, "lines")) {
            long gross = Fields.minor(line, "offer.unitPrice") * Fields.number(line, "quantity");
            long off = Fields.minor(line, "discount");
            items += gross;
            discount += off;
            tax += Fields.minor(line, "tax");
            found.require(
                    off >= 0 && off <= gross && Fields.minor(line, "total") == gross - off,
                    Check.ALLOCATIONS,
                    "line " + Fields.number(line, "line") + " is " + Fields.minor(line, "total") + ", not " + gross
                            + " less " + off,
                    id);
        }
        found.same(items, Fields.minor(terms, "totals.items"), Check.ALLOCATIONS, "the sum of items", id);
        found.same(discount, Fields.minor(terms, "totals.discount"), Check.ALLOCATIONS, "the discount", id);
        found.same(tax, Fields.minor(terms, "totals.tax"), Check.ALLOCATIONS, "the tax", id);
        found.same(shippingPrice, Fields.minor(terms, "totals.shipping"), Check.ALLOCATIONS, "the shipping", id);
        found.same(
                items - discount + shippingPrice,
                Fields.minor(terms, "totals.total"),
                Check.ALLOCATIONS,
                "the total",
                id);
    }

    static void asQuoted(OrderCase c, Findings found) {
        if (c.order() != null && c.quote() == null) {
            // The order has its quote's bits, and they tell when it was made.
            boolean forgotten =
                    c.id().compareTo(TypeId.earliest("ord", c.now().minus(KEPT)).toString()) < 0;
            found.require(forgotten, Check.QUOTED_PRICE, "its quote is not there", c.id(), "quo_" + c.bits());
        } else if (c.order() != null) {
            found.same(
                    prices(c.quote()),
                    prices(Fields.part(c.order(), "terms")),
                    Check.QUOTED_PRICE,
                    "what is to be paid",
                    c.id(),
                    "quo_" + c.bits());
        }
    }

    private static List<String> prices(@Nullable Document terms) {
        List<String> prices = new ArrayList<>();
        for (Document line : Fields.list(terms, "lines")) {
            prices.add(Fields.text(line, "offer.sku") + " " + Fields.number(line, "quantity") + " x "
                    + Fields.money(line, "offer.unitPrice") + " - " + Fields.money(line, "discount") + " = "
                    + Fields.money(line, "total"));
        }
        for (String total : List.of("items", "discount", "shipping", "tax", "total")) {
            prices.add(total + " " + Fields.money(terms, "totals." + total));
        }
        return prices;
    }
}
