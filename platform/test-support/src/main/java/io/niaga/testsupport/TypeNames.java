package io.niaga.testsupport;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaModifier;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Names say what a thing is, not that it is one. */
final class TypeNames {
    private static final String WORD = "(?=[A-Z0-9].*|$)";
    private static final Pattern EMPTY_WORD =
            Pattern.compile(".*(Impl|Utils?|Helpers?|Manager|Handler|Processor|Dto|DTO|Vm|VM|Abstract)" + WORD + ".*");
    private static final Pattern EMPTY_END = Pattern.compile(".*(Data|Info)");
    private static final Pattern EMPTY_START = Pattern.compile("Base[A-Z].*");
    private static final Pattern SERVICE = Pattern.compile(".*Services?" + WORD + ".*");
    private static final Pattern GETTER = Pattern.compile("get[A-Z].*");

    private TypeNames() {}

    static List<RoomRule> rules() {
        return List.of(
                new RoomRule("type names have no empty words", TypeNames::emptyWords),
                new RoomRule("only applications are called Service", TypeNames::services),
                new RoomRule("accessors have no get", TypeNames::getters));
    }

    private static Stream<String> emptyWords(ServiceCode code) {
        return code.named()
                .filter(c -> matches(EMPTY_WORD, c) || matches(EMPTY_END, c) || matches(EMPTY_START, c))
                .map(JavaClass::getName);
    }

    private static Stream<String> services(ServiceCode code) {
        return code.named()
                .filter(c -> matches(SERVICE, c) && !c.getSimpleName().endsWith("ServiceApplication"))
                .map(JavaClass::getName);
    }

    private static Stream<String> getters(ServiceCode code) {
        return code.in(Room.ROOT)
                .flatMap(ServiceCode::written)
                .filter(m -> GETTER.matcher(m.getName()).matches())
                .filter(m ->
                        m.getRawParameterTypes().isEmpty() && !m.getModifiers().contains(JavaModifier.STATIC))
                .map(m -> m.getFullName());
    }

    private static boolean matches(Pattern pattern, JavaClass type) {
        return pattern.matcher(type.getSimpleName()).matches();
    }
}
