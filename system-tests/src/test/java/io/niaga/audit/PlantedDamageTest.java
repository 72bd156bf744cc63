package io.niaga.audit;

import static org.assertj.core.api.Assertions.assertThat;

import com.mongodb.client.model.Filters;
import com.mongodb.client.model.Updates;
import io.niaga.events.Topics;
import io.niaga.events.behaviour.ProductViewedV1;
import java.time.Duration;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.stream.Stream;
import org.bson.Document;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every check is seen red on damage planted for it, with the ids that show it, and no other check is. */
class PlantedDamageTest {
    /** Something wrong, done to a world; answers the ids that show it. */
    @FunctionalInterface
    interface Plant {
        List<String> in(World world);
    }

    record Damage(Check check, String what, Plant plant) {
        @Override
        public String toString() {
            return check.label() + ": " + what;
        }
    }

    static Stream<Damage> damages() {
        return Stream.of(
                        StockDamage.all(),
                        ReturnDamage.all(),
                        MoneyDamage.all(),
                        ProcessDamage.all(),
                        TopicDamage.all(),
                        LoyaltyDamage.all())
                .flatMap(List::stream);
    }

    @ParameterizedTest
    @MethodSource("damages")
    void damage_is_reported_by_its_check_alone(Damage damage) {
        try (World world = new World()) {
            List<String> ids = damage.plant().in(world);
            List<Violation> found = world.audit().violations();
            assertThat(found).isNotEmpty().allSatisfy(v -> {
                assertThat(v.check()).as(v.toString()).isEqualTo(damage.check());
                assertThat(v.ids()).as(v.toString()).containsExactlyElementsOf(ids);
            });
        }
    }

    @Test
    void every_check_has_its_damage() {
        EnumSet<Check> seen = EnumSet.noneOf(Check.class);
        damages().forEach(damage -> seen.add(damage.check()));
        assertThat(seen).containsExactlyInAnyOrder(Check.values());
    }

    @Test
    void what_visitors_did_is_numbered_by_when_they_did_it() {
        try (World world = new World()) {
            for (long at : new long[] {1_795_000_000_000L, 1_794_000_000_000L}) {
                world.records.add(new Document("topic", Topics.BEHAVIOUR)
                        .append("place", "niaga.behaviour.v1/0/" + at % 7)
                        .append("key", "ses_4c8z2k6t9v0x1y3w5m7p8q2r4s")
                        .append("type", ProductViewedV1.TYPE)
                        .append("source", "/search-service/behaviour")
                        .append("sequence", at)
                        .append("value", "{}"));
            }
            assertThat(world.audit().violations()).isEmpty();
        }
    }

    @Test
    void a_quote_is_not_missed_when_it_is_a_month_old() {
        try (World world = new World()) {
            world.remove("orders.quotes", world.order("quo_", "CONFIRMED", "VIRTUAL_ACCOUNT"));
            world.passes(Duration.ofDays(31));
            assertThat(world.audit().violations()).extracting(Violation::check).doesNotContain(Check.QUOTED_PRICE);
        }
    }

    @Test
    void what_really_happened_is_in_order() {
        try (World world = new World().withApi()) {
            Report report = world.audit();
            assertThat(report.violations()).isEmpty();
            assertThat(report.skipped()).isEmpty();
            assertThat(report.isClean()).isTrue();
            assertThat(report.looked())
                    .containsEntry("orders", 10L)
                    .containsEntry("records", (long) world.records.size())
                    .containsEntry("trial balances", 1L);
        }
    }

    @Test
    void what_came_back_and_what_never_arrived_is_in_order() {
        try (World world = new World()) {
            ReturnDamage.returned(world);
            ReturnDamage.neverArrived(world);
            assertThat(world.audit().violations()).isEmpty();
        }
    }

    @Test
    void records_may_stand_twice() {
        try (World world = new World()) {
            world.records.addAll(world.records.subList(0, world.records.size() / 2));
            assertThat(world.audit().violations()).isEmpty();
        }
    }

    @Test
    void what_settles_meanwhile_is_no_violation() {
        try (World world = new World()) {
            String payment = world.order("pay_", "AWAITING_PAYMENT", "VIRTUAL_ACCOUNT");
            world.add("payments.payments", payment, "amount", 1L);
            assertThat(world.audit().violations()).isNotEmpty();
            world.meanwhile(() -> {
                world.add("payments.payments", payment, "amount", -1L);
                world.meanwhile(() -> {});
            });
            assertThat(world.audit().violations()).isEmpty();
        }
    }

    @Test
    void an_api_without_an_answer_is_said_and_harms_nothing() {
        try (World world = new World().withApi()) {
            for (String stores : List.of("users.stores", "catalog.stores", "reporting.stores")) {
                world.in(stores).insertOne(new Document("_id", "sto_other"));
            }
            Report report = world.audit();
            assertThat(report.isClean()).isTrue();
            assertThat(report.skipped()).singleElement().asString().contains("/v1/products");
        }
    }

    @Test
    void an_api_that_falls_silent_leaves_what_was_suspected() {
        try (World world = new World()) {
            String product = Fields.id(world.one("catalog.products", Filters.empty()));
            world.hide(product);
            world.meanwhile(world::silence);
            Report report = world.audit();
            assertThat(report.violations())
                    .singleElement()
                    .satisfies(v -> assertThat(v.ids()).containsExactly(product));
            assertThat(report.skipped()).singleElement().asString().contains("/v1/products");
        }
    }

    @Test
    void a_day_of_sales_that_changed_since_it_was_read_is_not_counted_as_judged() {
        try (World world = new World()) {
            Document day = world.one("reporting.sales_days", Filters.empty());
            assertThat(world.audit().looked()).containsEntry("sales days", 1L);
            world.add("reporting.sales_days", Fields.id(day), "marks", 1L);
            assertThat(world.audit().looked())
                    .doesNotContainKey("sales days")
                    .containsEntry("sales days that nobody read since they changed", 1L);
        }
    }

    @Test
    void cash_that_is_still_to_come_may_be_waited_for() {
        try (World world = new World()) {
            String order = ProcessDamage.inspected(world, 9);
            assertThat(world.audit().violations()).hasSize(1);
            world.set("payments.payments", "pay_" + Fields.bits(order), "state.name", "TO_COLLECT");
            assertThat(world.audit().violations()).extracting(Violation::check).doesNotContain(Check.DEADLINES);
        }
    }

    @Test
    void a_passed_deadline_is_only_wrong_after_the_grace() {
        try (World world = new World()) {
            String order = world.order("ord_", "AWAITING_PAYMENT", "VIRTUAL_ACCOUNT");
            Document kept = world.byId("orders.orders", order);
            Duration left = Duration.between(world.now(), kept.getDate("due").toInstant());
            world.passes(left.plusMinutes(4));
            assertThat(world.audit().violations()).isEmpty();
            world.passes(Duration.ofMinutes(2));
            assertThat(world.audit().violations())
                    .singleElement()
                    .satisfies(v -> assertThat(v.check()).isEqualTo(Check.DEADLINES));
        }
    }

    @Test
    void every_violation_is_told_once_and_counted() {
        try (World world = new World()) {
            world.change(
                    "orders.orders", world.order("ord_", "IN_FULFILLMENT", "CARD"), Updates.set("store", "sto_other"));
            assertThat(world.audit().violations()).hasSize(1);
            assertThat(Arrays.stream(Check.values()).map(Check::label)).doesNotHaveDuplicates();
        }
    }
}
