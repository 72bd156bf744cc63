package io.niaga.testsupport;

import com.tngtech.archunit.core.domain.AccessTarget.CodeUnitAccessTarget;
import com.tngtech.archunit.core.domain.JavaAccess;
import com.tngtech.archunit.core.domain.JavaClass;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Stream;

/** Time is passed in, ids come from a source, nobody sleeps. */
final class TimeAndChance {
    private static final Set<String> CLOCKS = Set.of("java.time.Clock", "java.time.InstantSource");
    private static final Set<String> CHANCE =
            Set.of("java.util.Random", "java.security.SecureRandom", "java.util.concurrent.ThreadLocalRandom");

    private TimeAndChance() {}

    static List<RoomRule> rules() {
        return List.of(
                new RoomRule("time is passed in", code -> accesses(code, TimeAndChance::readsTheSystemsTime)),
                new RoomRule("ids and chance are passed in", code -> accesses(code, TimeAndChance::isChance)),
                new RoomRule("a clock enters through verbs only", TimeAndChance::clocksInNouns),
                new RoomRule(
                        "nobody sleeps",
                        code -> accesses(
                                code,
                                a -> calls(a, "java.lang.Thread", "sleep")
                                        || calls(a, "java.util.concurrent.locks.LockSupport", "parkNanos"))),
                new RoomRule(
                        "nothing is printed",
                        code -> accesses(
                                code,
                                a -> calls(a, "java.lang.System", "out")
                                        || calls(a, "java.lang.System", "err")
                                        || a.getTarget().getName().equals("printStackTrace"))));
    }

    private static Stream<String> accesses(ServiceCode code, Predicate<JavaAccess<?>> forbidden) {
        return code.accesses()
                .filter(a -> code.room(a.getOriginOwner()) != Room.TOP)
                .filter(forbidden)
                .map(JavaAccess::getDescription);
    }

    private static boolean readsTheSystemsTime(JavaAccess<?> access) {
        String owner = access.getTargetOwner().getName();
        String name = access.getTarget().getName();
        boolean now = name.equals("now") && owner.startsWith("java.time.") && !takesClock(access);
        return now
                || (CLOCKS.contains(owner) && (name.startsWith("system") || name.startsWith("tick")))
                || calls(access, "java.lang.System", "currentTimeMillis")
                || calls(access, "java.util.Date", "<init>");
    }

    private static boolean takesClock(JavaAccess<?> access) {
        return access.getTarget() instanceof CodeUnitAccessTarget target
                && target.getRawParameterTypes().stream().anyMatch(p -> CLOCKS.contains(p.getName()));
    }

    private static boolean isChance(JavaAccess<?> access) {
        return calls(access, "java.util.UUID", "randomUUID")
                || calls(access, "java.lang.Math", "random")
                || CHANCE.contains(access.getTargetOwner().getName());
    }

    private static boolean calls(JavaAccess<?> access, String owner, String name) {
        return access.getTargetOwner().getName().equals(owner)
                && access.getTarget().getName().equals(name);
    }

    private static Stream<String> clocksInNouns(ServiceCode code) {
        return code.in(Room.ROOT)
                .filter(c -> !isVerb(c))
                .flatMap(ServiceCode::dependencies)
                .filter(d -> CLOCKS.contains(d.getTargetClass().getName()))
                .map(d -> d.getDescription());
    }

    private static boolean isVerb(JavaClass type) {
        return type.isAnnotatedWith("io.niaga.types.UseCase")
                || type.getEnclosingClass().map(TimeAndChance::isVerb).orElse(false);
    }
}
