package io.niaga.testsupport;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaField;
import com.tngtech.archunit.core.domain.JavaMethod;
import com.tngtech.archunit.core.domain.JavaModifier;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** How values are kept and handed over. */
final class Values {
    private static final Set<String> FLOATING = Set.of("double", "float", "java.lang.Double", "java.lang.Float");
    private static final int PARAMETERS = 5;

    private Values() {}

    static List<RoomRule> rules() {
        return List.of(
                new RoomRule("no floating point near money", Values::floating),
                new RoomRule("Optional is only returned", Values::optionals),
                new RoomRule("methods take at most five parameters", Values::longParameterLists),
                new RoomRule("a feature root catches no Exception", Values::caught));
    }

    private static Stream<String> floating(ServiceCode code) {
        Set<String> withMoney = code.classes()
                .filter(c -> ServiceCode.dependencies(c)
                        .anyMatch(d -> d.getTargetClass().getName().equals("io.niaga.types.Money")))
                .map(JavaClass::getPackageName)
                .collect(Collectors.toSet());
        return code.classes()
                .filter(c -> withMoney.contains(c.getPackageName()))
                .flatMap(c -> c.getFields().stream())
                .filter(f ->
                        FLOATING.contains(f.getRawType().getBaseComponentType().getName()))
                .map(JavaField::getFullName);
    }

    private static Stream<String> optionals(ServiceCode code) {
        Stream<String> fields = code.classes()
                .flatMap(c -> c.getFields().stream())
                .filter(f -> isOptional(f.getRawType()))
                .map(JavaField::getFullName);
        Stream<String> parameters = code.classes()
                .flatMap(ServiceCode::written)
                .filter(m -> m.getRawParameterTypes().stream().anyMatch(Values::isOptional))
                .map(JavaMethod::getFullName);
        return Stream.concat(fields, parameters);
    }

    private static boolean isOptional(JavaClass type) {
        return type.isEquivalentTo(Optional.class);
    }

    private static Stream<String> longParameterLists(ServiceCode code) {
        return code.classes()
                .flatMap(ServiceCode::written)
                .filter(m -> m.getRawParameterTypes().size() > PARAMETERS)
                .map(JavaMethod::getFullName);
    }

    private static Stream<String> caught(ServiceCode code) {
        return code.in(Room.ROOT)
                .flatMap(c -> c.getCodeUnits().stream())
                .filter(u -> !u.getModifiers().contains(JavaModifier.SYNTHETIC)
                        || u.getName().startsWith("lambda$"))
                .filter(u -> u.getTryCatchBlocks().stream()
                        .flatMap(block -> block.getCaughtThrowables().stream())
                        .anyMatch(t -> t.isEquivalentTo(Exception.class)))
                .map(u -> u.getFullName() + " catches Exception");
    }
}
