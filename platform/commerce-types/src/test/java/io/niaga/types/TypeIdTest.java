package io.niaga.types;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.Instant;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TypeIdTest {
    @Test
    void the_spelling_is_that_of_the_specification() {
        // From the valid examples of the TypeID specification 0.3.
        UUID uuid = UUID.fromString("01890a5d-ac96-774b-bcce-b302099a8057");
        assertThat(new TypeId("pre", uuid)).hasToString("pre_01h455vb4pex5vsknk084sn02q");
        assertThat(TypeId.parse("pre", "pre_01h455vb4pex5vsknk084sn02q").uuid()).isEqualTo(uuid);
    }

    @Test
    void every_uuid_survives_a_round_trip() {
        for (int i = 0; i < 1000; i++) {
            TypeId id = new TypeId("ord", UUID.randomUUID());
            assertThat(TypeId.parse("ord", id.toString())).isEqualTo(id);
        }
    }

    @Test
    void a_derived_id_keeps_its_bits() {
        TypeId order = TypeId.parse("ord", "ord_01h455vb4pex5vsknk084sn02q");
        assertThat(order.withPrefix("pay")).hasToString("pay_01h455vb4pex5vsknk084sn02q");
    }

    @Test
    void ids_of_a_moment_are_not_below_its_earliest() {
        UUID uuid = UUID.fromString("01890a5d-ac96-774b-bcce-b302099a8057");
        Instant made = Instant.ofEpochMilli(0x01890a5dac96L);
        String id = new TypeId("pre", uuid).toString();
        assertThat(id).isGreaterThanOrEqualTo(TypeId.earliest("pre", made).toString());
        assertThat(id).isLessThan(TypeId.earliest("pre", made.plusMillis(1)).toString());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "ord_",
                "ord_01h455vb4pex5vsknk084sn02",
                "ord_01h455vb4pex5vsknk084sn02qq",
                "pay_01h455vb4pex5vsknk084sn02q",
                "ord_81h455vb4pex5vsknk084sn02q",
                "ord_01H455VB4PEX5VSKNK084SN02Q",
                "ord_01h455vb4pex5vsknk084sn0il"
            })
    void one_spelling_only(String text) {
        assertThatIllegalArgumentException().isThrownBy(() -> TypeId.parse("ord", text));
    }
}
