package io.niaga.service.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;

class CursorTest {
    @Test
    void keys_come_back_as_they_were() {
        for (List<String> keys : List.of(
                List.of("a"), List.of("", ""), List.of("2026-11-24T12:00:00Z", "ord_1"), List.of("é€😀", "|,\"\\"))) {
            assertThat(Cursor.decode(Cursor.encode(keys), keys.size())).isEqualTo(keys);
        }
    }

    @Test
    void what_was_never_given_out_is_refused() {
        for (String cursor : List.of("", "?", "a b", "gICA", "x".repeat(2000))) {
            assertThatThrownBy(() -> Cursor.decode(cursor)).hasMessage("INVALID_PARAMETER");
        }
        assertThatThrownBy(() -> Cursor.decode(Cursor.encode(List.of("a")), 2)).hasMessage("INVALID_PARAMETER");
    }

    @Test
    void a_key_with_several_lines_is_a_defect() {
        assertThatThrownBy(() -> Cursor.encode(List.of("a\nb"))).isInstanceOf(IllegalArgumentException.class);
    }
}
