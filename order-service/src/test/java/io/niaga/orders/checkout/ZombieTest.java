package io.niaga.orders.checkout;

import static org.assertj.core.api.Assertions.assertThat;

import io.niaga.types.ProblemException;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/**
 * Each scenario falls asleep at each moment before and after each write and call. Others find the order and bring it to its
 * end; then the sleeper wakes up and goes on as if it still had it: the order ends the same.
 */
class ZombieTest {
    @TestFactory
    Stream<DynamicTest> whoever_wakes_up_late_changes_nothing_in_the_end() {
        return Scenario.all().stream()
                .flatMap(scenario -> IntStream.range(0, scenario.moments())
                        .mapToObj(m -> DynamicTest.dynamicTest(
                                scenario.name() + ", asleep at " + m, () -> asleep(scenario, m))));
    }

    private static void asleep(Scenario scenario, int moment) {
        Story story = scenario.begun();
        AtomicBoolean slept = new AtomicBoolean();
        story.chaos.sleepAt(moment, () -> {
            slept.set(true);
            scenario.again(story);
            story.settle();
        });
        try {
            scenario.deadly().accept(story);
        } catch (ProblemException told) {
            assertThat(told.problem().code()).isIn("ORDER_NOT_CANCELLABLE", "SERVICE_UNAVAILABLE");
        }
        assertThat(slept).isTrue();
        story.chaos.calm();
        scenario.endsWell(story);
    }
}
