package io.niaga.orders.returns;

import static io.niaga.orders.returns.ReturnStory.wish;
import static org.assertj.core.api.Assertions.assertThat;

import io.niaga.orders.Samples;
import io.niaga.orders.order.Inspection;
import io.niaga.orders.order.Order;
import io.niaga.orders.order.Return.Reason;
import io.niaga.orders.order.ReturnId;
import io.niaga.orders.quote.QuoteLine;
import io.niaga.types.Money;
import io.niaga.types.Sku;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** Whatever comes back, in however many parcels: the parts are the whole, to the last minor unit. */
class RefundSumsTest {
    private static final int LIVES = 500;

    @Test
    void the_units_of_a_line_sum_to_the_line_in_money_and_tax() {
        for (long seed = 0; seed < LIVES; seed++) {
            Random random = new Random(seed);
            ReturnStory story = new ReturnStory(Baskets.random(random));
            List<Sku> units = units(story.order());
            Collections.shuffle(units, random);
            for (Sku sku : units) {
                ReturnId id = story.arrived(wish(sku, 1, Reason.CHANGED_MIND));
                story.inspect(id, one(sku, random.nextBoolean()));
            }
            check(story.order(), "seed " + seed);
        }
    }

    private static void check(Order order, String seed) {
        Money zero = Money.zero(order.terms().total().currency());
        for (QuoteLine line : order.terms().lines()) {
            List<Inspection.Found> found = order.returns().all().stream()
                    .flatMap(r -> r.inspection().orElseThrow().lines().stream())
                    .filter(f -> f.line() == line.line())
                    .toList();
            assertThat(found).hasSize(line.quantity());
            assertThat(found.stream().map(Inspection.Found::refund).reduce(zero, Money::plus))
                    .as(seed)
                    .isEqualTo(line.total());
            assertThat(found.stream().map(Inspection.Found::tax).reduce(zero, Money::plus))
                    .as(seed)
                    .isEqualTo(line.tax());
        }
        assertThat(order.payment().repaid(order.terms().total()))
                .as(seed)
                .isEqualTo(order.terms().total().minus(order.terms().totals().shipping()));
    }

    @Test
    void the_shipping_goes_back_with_the_last_unit_when_all_were_the_merchants_fault() {
        ReturnStory story = new ReturnStory();
        ReturnId shirts = story.arrived(wish(Samples.SHIRT, 2, Reason.DAMAGED));
        story.inspect(shirts, new ReturnFact.Count(Samples.SHIRT, 0, 2, 0));
        assertThat(story.goods(shirts)
                        .inspection()
                        .orElseThrow()
                        .worth()
                        .shipping()
                        .isZero())
                .isTrue();
        ReturnId sarong = story.request(wish(Samples.SARONG, 1, Reason.MISSING));
        story.say(sarong, new ReturnFact.Approved(ReturnStory.ADMINISTRATOR));

        Inspection.Worth last = story.goods(sarong).inspection().orElseThrow().worth();
        assertThat(last.shipping()).isEqualTo(Samples.idr("15000.00"));
        assertThat(last.total()).isEqualTo(Samples.idr("165000.00"));
        assertThat(story.yard.sent()).isEqualTo(story.order().terms().total());
        assertThat(story.order().payment().state()).isEqualTo("REFUNDED");
    }

    @Test
    void one_change_of_mind_and_the_shipping_stays() {
        ReturnStory story = new ReturnStory();
        ReturnId all =
                story.arrived(wish(Samples.SHIRT, 2, Reason.DAMAGED), wish(Samples.SARONG, 1, Reason.CHANGED_MIND));
        story.inspect(all, new ReturnFact.Count(Samples.SHIRT, 2, 0, 0), new ReturnFact.Count(Samples.SARONG, 1, 0, 0));
        assertThat(story.yard.sent()).isEqualTo(story.order().terms().total().minus(Samples.idr("15000.00")));
    }

    private static ReturnFact.Count one(Sku sku, boolean resellable) {
        return new ReturnFact.Count(sku, resellable ? 1 : 0, resellable ? 0 : 1, 0);
    }

    private static List<Sku> units(Order order) {
        List<Sku> units = new ArrayList<>();
        for (QuoteLine line : order.terms().lines()) {
            for (int i = 0; i < line.quantity(); i++) {
                units.add(line.sku());
            }
        }
        return units;
    }
}
