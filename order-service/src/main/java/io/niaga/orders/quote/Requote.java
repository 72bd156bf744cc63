package io.niaga.orders.quote;

import io.niaga.orders.cart.Notice;
import io.niaga.orders.offer.Offer;
import io.niaga.orders.offer.Offers;
import io.niaga.orders.offer.Prices;
import io.niaga.types.CommonProblem;
import io.niaga.types.Money;
import io.niaga.types.ProblemException;
import io.niaga.types.Sku;
import io.niaga.types.UseCase;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Makes a fresh quote after a refusal: the same wishes, with what is left. */
@UseCase
public final class Requote {
    private final Prices prices;
    private final Quoting quoting;
    private final Clock clock;

    public Requote(Prices prices, Quoting quoting, Clock clock) {
        this.prices = prices;
        this.quoting = quoting;
        this.clock = clock;
    }

    /**
     * Empty when nothing is left, or when nobody can be asked at the moment: a refusal is told without it then.
     *
     * @param limits the most units of some SKUs; the others are wanted as before
     */
    public Optional<Quote> again(Quote old, Map<Sku, Integer> limits, boolean withCoupon) {
        QuoteTerms terms = new QuoteTerms(
                old.address(), old.shipping().optionId(), withCoupon ? old.couponCode() : null, old.language());
        try {
            Quoting.Basket basket = basket(old, limits);
            if (basket.wanted().isEmpty()) {
                return Optional.empty();
            }
            return quoted(basket, terms);
        } catch (ProblemException noneNow) {
            return Optional.empty();
        }
    }

    private Quoting.Basket basket(Quote old, Map<Sku, Integer> limits) {
        List<Sku> skus = old.lines().stream().map(QuoteLine::sku).toList();
        Offers offers = prices.lookUp(old.storefront().store(), old.language(), skus);
        List<Calculation.Wanted> wanted = old.lines().stream()
                .flatMap(line -> offers.published(line.sku()).stream()
                        .map(o -> new Calculation.Wanted(
                                o, Math.min(line.quantity(), limits.getOrDefault(line.sku(), line.quantity())))))
                .filter(line -> line.quantity() > 0)
                .toList();
        return new Quoting.Basket(old.cart(), old.buyer(), offers.storefront(), wanted, notices(old, offers));
    }

    /** What is different from what the old quote said, besides the stock. */
    private static List<Notice> notices(Quote old, Offers offers) {
        List<Notice> notices = new ArrayList<>();
        for (QuoteLine line : old.lines()) {
            Money before = line.offer().unitPrice();
            Optional<Offer> now = offers.published(line.sku());
            if (now.isEmpty()) {
                notices.add(Notice.of(Notice.Code.UNPUBLISHED, line.sku()));
            } else if (!now.get().unitPrice().equals(before)) {
                notices.add(Notice.priceChanged(line.sku(), before, now.get().unitPrice()));
            }
        }
        return List.copyOf(notices);
    }

    private Optional<Quote> quoted(Quoting.Basket basket, QuoteTerms terms) {
        try {
            return quoting.quote(quoting.newId(), basket, terms, clock.instant());
        } catch (ProblemException refused) {
            if (refused.problem() == CommonProblem.SERVICE_UNAVAILABLE) {
                throw refused;
            }
            // The coupon or the shipping option of the old quote may be gone: quote without them.
            return quoting.quote(quoting.newId(), basket, terms.withoutCoupon().cheapest(), clock.instant());
        }
    }
}
