package io.niaga.types;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatNoException;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PostalAddressTest {
    @ParameterizedTest
    @CsvSource({
        "XX, 10110, /to/country",
        "id, 10110, /to/country",
        "ID, 1011, /to/postalCode",
        "ID, AB 12, /to/postalCode"
    })
    void a_country_that_is_none_and_a_postal_code_that_is_none_there_are_at_fault(
            String country, String postalCode, String pointer) {
        ProblemException refused =
                catchThrowableOfType(ProblemException.class, () -> PostalAddress.check("/to", country, postalCode));
        assertThat(refused.errors()).extracting(FieldError::pointer).containsExactly(pointer);
    }

    @Test
    void elsewhere_postal_codes_are_what_people_say() {
        assertThatNoException().isThrownBy(() -> PostalAddress.check("", "GB", "SW1A 1AA"));
        assertThatNoException().isThrownBy(() -> PostalAddress.check("", "ID", "10110"));
    }
}
