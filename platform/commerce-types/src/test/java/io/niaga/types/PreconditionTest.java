package io.niaga.types;

import static org.assertj.core.api.Assertions.assertThatNoException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class PreconditionTest {
    private static final Revision SEVEN = new Revision(7, 3, true);

    @Test
    void a_version_is_met_by_that_version_alone() {
        assertThatNoException().isThrownBy(() -> Precondition.version(7).require(SEVEN));
        assertThatThrownBy(() -> Precondition.version(6).check(SEVEN)).hasMessage("STALE_VERSION");
        assertThatThrownBy(() -> Precondition.version(6).check(Revision.NEW)).hasMessage("STALE_VERSION");
    }

    @Test
    void a_star_is_met_by_whatever_is_there_and_by_nothing_else() {
        assertThatNoException().isThrownBy(() -> Precondition.EXISTS.require(SEVEN));
        assertThatThrownBy(() -> Precondition.EXISTS.check(Revision.NEW)).hasMessage("STALE_VERSION");
    }

    @Test
    void nothing_is_met_by_anything_and_not_enough_where_something_must_be_demanded() {
        assertThatNoException().isThrownBy(() -> Precondition.NONE.check(SEVEN));
        assertThatNoException().isThrownBy(() -> Precondition.NONE.check(Revision.NEW));
        assertThatThrownBy(() -> Precondition.NONE.require(SEVEN)).hasMessage("PRECONDITION_REQUIRED");
    }
}
