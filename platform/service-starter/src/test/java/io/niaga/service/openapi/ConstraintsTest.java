package io.niaga.service.openapi;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class ConstraintsTest {
    sealed interface Parcel {
        record OnItsWay() implements Parcel {}

        record Lost() implements Parcel {}
    }

    enum Scope {
        READ;

        String wireName() {
            return "parcel:read";
        }
    }

    enum Size {
        SMALL,
        LARGE
    }

    record Shown(
            @Among(value = Parcel.class, without = "LOST", also = "GONE")
            String state,

            @Among(Scope.class) String scope,
            @Among(Size.class) String size) {}

    @Test
    void names_are_those_of_the_domain() throws NoSuchMethodException {
        assertThat(names("state")).containsExactly("ON_ITS_WAY", "GONE");
        assertThat(names("scope")).containsExactly("parcel:read");
        assertThat(names("size")).containsExactly("SMALL", "LARGE");
    }

    @Test
    void a_pattern_holds_of_the_whole_text_and_means_the_same_elsewhere() {
        assertThat(WrittenPatterns.ecma("[A-Z]{3}")).isEqualTo("^[A-Z]{3}$");
        assertThat(WrittenPatterns.ecma("a|b")).isEqualTo("^(?:a|b)$");
        assertThat(WrittenPatterns.ecma("\\P{Cntrl}*")).isEqualTo("^[^\\u0000-\\u001f\\u007f]*$");
        assertThat(WrittenPatterns.ecma("[^\\p{Cntrl}@]+")).isEqualTo("^[^\\u0000-\\u001f\\u007f@]+$");
        assertThat(WrittenPatterns.ecma("^sto_.*$")).isEqualTo("^sto_.*$");
    }

    private static List<String> names(String component) throws NoSuchMethodException {
        return Constraints.names(Shown.class.getDeclaredMethod(component).getAnnotation(Among.class));
    }
}
