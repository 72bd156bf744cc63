package io.niaga.system.proofs;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class CrashPointTest {
    private static final String HEADER = "h".repeat(16) + "flag" + "\0" + "size" + "\2";
    private final AtomicInteger deaths = new AtomicInteger();

    @Test
    void a_change_it_dies_before_never_passes() throws Exception {
        CrashPoint point = CrashPoint.at(2, false, deaths::incrementAndGet);
        assertThat(sends(point, change("insert", "orders"))).isTrue();
        assertThat(hears(point)).isTrue();
        assertThat(deaths).hasValue(0);
        assertThat(sends(point, change("update", "orders"))).isFalse();
        assertThat(deaths).hasValue(1);
        assertThat(sends(point, change("update", "orders"))).isTrue();
        assertThat(point.over()).isEqualTo("before update orders");
        assertThat(deaths).hasValue(1);
    }

    @Test
    void a_change_it_dies_after_passes_and_is_not_heard_of() throws Exception {
        CrashPoint point = CrashPoint.at(1, true, deaths::incrementAndGet);
        assertThat(sends(point, "PUT /internal/v1/reservations/rsv_01m8gran7je00b9j544rg878ay HTTP/1.1\r\n"))
                .isTrue();
        assertThat(deaths).hasValue(0);
        assertThat(hears(point)).isFalse();
        assertThat(deaths).hasValue(1);
        assertThat(point.over()).isEqualTo("after PUT /internal/v1/reservations/{id}");
    }

    @Test
    void what_changes_nothing_is_no_moment() throws Exception {
        CrashPoint point = CrashPoint.at(1, false, deaths::incrementAndGet);
        assertThat(sends(point, change("find", "orders"))).isTrue();
        assertThat(sends(point, "GET /internal/v1/reservations/r HTTP/1.1\r\n")).isTrue();
        assertThat(point.count()).isZero();
        assertThat(point.over()).isEmpty();
        assertThat(sends(point, change("insert", "orders"))).isTrue();
        assertThat(deaths).hasValue(0);
    }

    private static String change(String command, String collection) {
        return HEADER + command + "\0" + "size" + collection + "\0";
    }

    private static boolean sends(CrashPoint point, String text) {
        byte[] piece = text.getBytes(StandardCharsets.ISO_8859_1);
        return point.sees(piece, piece.length, false);
    }

    private static boolean hears(CrashPoint point) {
        return point.sees(new byte[] {1}, 1, true);
    }
}
