package io.niaga.orders.returns;

import static io.niaga.orders.returns.ReturnStory.ADMINISTRATOR;
import static io.niaga.orders.returns.ReturnStory.BUYER;
import static io.niaga.orders.returns.ReturnStory.wish;
import static org.assertj.core.api.Assertions.assertThat;

import io.niaga.orders.Samples;
import io.niaga.orders.checkout.Chaos;
import io.niaga.orders.order.Return.Reason;
import io.niaga.orders.order.ReturnId;
import io.niaga.types.Money;
import io.niaga.types.ProblemException;
import io.niaga.types.TypeId;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/**
 * Each word about a return is killed at each moment before and after each write and call, then left to the process; or it falls
 * asleep there, others bring it to its end, and it wakes up late.
 */
class ReturnCrashTest {
    private static final ReturnId ID = ReturnId.of(new TypeId("ret", new UUID(6, 1)).toString());
    private static final Money SHIRT = Samples.idr("224100.00");

    private record Scenario(
            String name,
            String end,
            Money refund,
            int restocked,
            Consumer<ReturnStory> before,
            Consumer<ReturnStory> deadly) {}

    private static List<Scenario> scenarios() {
        Money nothing = Samples.idr("0.00");
        return List.of(
                new Scenario("requesting", "REQUESTED", nothing, 0, s -> {}, ReturnCrashTest::request),
                new Scenario("approving", "APPROVED", nothing, 0, ReturnCrashTest::request, ReturnCrashTest::approve),
                new Scenario(
                        "calling off",
                        "CANCELLED",
                        nothing,
                        0,
                        ReturnCrashTest::request,
                        s -> s.say(ID, new ReturnFact.CalledOff(BUYER, false))),
                new Scenario("inspecting", "SETTLED", SHIRT, 1, ReturnCrashTest::arrived, ReturnCrashTest::inspect),
                new Scenario(
                        "inspecting, refund pending",
                        "SETTLED",
                        SHIRT,
                        1,
                        s -> {
                            arrived(s);
                            s.yard.answer = "PENDING";
                            inspect(s);
                        },
                        s -> s.hears(ID, SHIRT, "SUCCEEDED")),
                new Scenario(
                        "agreeing on less",
                        "SETTLED",
                        Samples.idr("5.00"),
                        1,
                        s -> {
                            s.yard.captured = Samples.idr("5.00");
                            arrived(s);
                            inspect(s);
                        },
                        s -> s.say(ID, new ReturnFact.SettlementAgreed(ADMINISTRATOR, Samples.idr("5.00")))),
                new Scenario(
                        "never sent",
                        "CANCELLED",
                        nothing,
                        0,
                        s -> {
                            request(s);
                            approve(s);
                        },
                        s -> s.goesBy(Duration.ofDays(14))),
                new Scenario(
                        "never sent, some never came",
                        "SETTLED",
                        Samples.idr("150000.00"),
                        0,
                        s -> {
                            s.request(
                                    ID,
                                    wish(Samples.SHIRT, 1, Reason.DAMAGED),
                                    wish(Samples.SARONG, 1, Reason.MISSING));
                            approve(s);
                        },
                        s -> s.goesBy(Duration.ofDays(14))));
    }

    @TestFactory
    Stream<DynamicTest> a_crash_between_any_two_steps_changes_nothing_in_the_end() {
        return atEachMoment("killed", ReturnCrashTest::killed);
    }

    @TestFactory
    Stream<DynamicTest> whoever_wakes_up_late_changes_nothing_in_the_end() {
        return atEachMoment("asleep", ReturnCrashTest::asleep);
    }

    private static Stream<DynamicTest> atEachMoment(String how, BiConsumer<Scenario, Integer> test) {
        return scenarios().stream().flatMap(scenario -> {
            ReturnStory whole = new ReturnStory();
            scenario.before().accept(whole);
            whole.chaos.calm();
            scenario.deadly().accept(whole);
            int moments = whole.chaos.moments();
            assertThat(moments).isPositive();
            return Stream.iterate(0, m -> m < moments, m -> m + 1)
                    .map(m -> DynamicTest.dynamicTest(
                            scenario.name() + ", " + how + " at " + m, () -> test.accept(scenario, m)));
        });
    }

    private static void asleep(Scenario scenario, int moment) {
        ReturnStory story = new ReturnStory();
        scenario.before().accept(story);
        AtomicBoolean slept = new AtomicBoolean();
        story.chaos.sleepAt(moment, () -> {
            slept.set(true);
            again(scenario, story);
            story.settle();
        });
        again(scenario, story);
        assertThat(slept).isTrue();
        story.chaos.calm();
        story.settle();
        ended(scenario, story);
    }

    private static void killed(Scenario scenario, int moment) {
        ReturnStory story = new ReturnStory();
        scenario.before().accept(story);
        story.chaos.killAt(moment);
        boolean died = false;
        try {
            scenario.deadly().accept(story);
        } catch (Chaos.Crash crash) {
            died = true;
        }
        assertThat(died).isTrue();
        story.chaos.calm();
        boolean written =
                story.order().returns().of(ID).isPresent() && story.told().contains(scenario.end());
        if (!written
                && !scenario.name().startsWith("never sent")
                && !(moment > 1 && scenario.end().equals("SETTLED"))) {
            // Nothing was decided yet: whoever asked tries again; everything else the process has to find.
            again(scenario, story);
        }
        story.settle();
        ended(scenario, story);
    }

    private static void ended(Scenario scenario, ReturnStory story) {
        assertThat(story.state(ID)).isEqualTo(scenario.end());
        assertThat(story.goods(ID).next()).isEmpty();
        assertThat(story.told().stream().filter(scenario.end()::equals)).hasSize(1);
        assertThat(story.yard.sent()).isEqualTo(scenario.refund());
        assertThat(story.yard.stock.getOrDefault(Samples.SHIRT, 0)).isEqualTo(scenario.restocked());
        assertThat(story.order().payment().repaid(scenario.refund())).isEqualTo(scenario.refund());
    }

    private static void again(Scenario scenario, ReturnStory story) {
        try {
            scenario.deadly().accept(story);
        } catch (ProblemException told) {
            assertThat(told.problem()).isEqualTo(ReturnProblem.RETURN_STATE_CONFLICT);
        }
    }

    private static void request(ReturnStory story) {
        story.request(ID, wish(Samples.SHIRT, 1, Reason.DAMAGED));
    }

    private static void approve(ReturnStory story) {
        story.say(ID, new ReturnFact.Approved(ADMINISTRATOR));
    }

    private static void arrived(ReturnStory story) {
        request(story);
        approve(story);
        story.say(ID, new ReturnFact.ParcelReceived(ADMINISTRATOR));
    }

    private static void inspect(ReturnStory story) {
        story.inspect(ID, new ReturnFact.Count(Samples.SHIRT, 0, 1, 0));
    }
}
