package io.niaga.orders.checkout;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** Each scenario is killed at each moment before and after each write and call, then left to the process: it ends the same. */
class CrashTest {
    @TestFactory
    Stream<DynamicTest> a_crash_between_any_two_steps_changes_nothing_in_the_end() {
        return Scenario.all().stream()
                .flatMap(scenario -> IntStream.range(0, scenario.moments())
                        .mapToObj(m -> DynamicTest.dynamicTest(
                                scenario.name() + ", killed at " + m, () -> killed(scenario, m))));
    }

    private static void killed(Scenario scenario, int moment) {
        Story story = scenario.begun();
        story.chaos.killAt(moment);
        boolean died = false;
        try {
            scenario.deadly().accept(story);
        } catch (Chaos.Crash crash) {
            died = true;
        }
        story.chaos.calm();
        assertThat(died).isTrue();
        if (story.orders.byId(story.id()).isEmpty() || moment % 2 == 0) {
            // The client, the broker or the clock tries again; otherwise the process alone has to find it.
            scenario.again(story);
        }
        scenario.endsWell(story);
    }
}
