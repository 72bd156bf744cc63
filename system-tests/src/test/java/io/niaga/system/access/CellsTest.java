package io.niaga.system.access;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class CellsTest {
    @Test
    void cells_are_read_as_they_were_written() {
        String odd = "a,\"b\"\r\n=c\r";
        assertThat(Cells.of("day,net\r\n" + Cells.quoted(odd) + ",\n\r=1,x\r\n"))
                .isEqualTo(List.of("day", "net", odd, "", "\r=1", "x"));
        assertThat(Cells.of("x,-5.00")).containsExactly("x", "-5.00");
        assertThat(Cells.of("")).isEmpty();
    }

    @Test
    void a_number_calculates_nothing_and_a_formula_does() {
        assertThat(List.of("", "0", "-5.00", "IDR", "2026-11-28", "a=b", " =1")).noneMatch(Cells::calculates);
        assertThat(List.of("=1", "+1", "-1+1", "-cmd", "@SUM(1)", "\t=1", "\r1", "-"))
                .allMatch(Cells::calculates);
    }
}
