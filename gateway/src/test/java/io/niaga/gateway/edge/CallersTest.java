package io.niaga.gateway.edge;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.time.Clock;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.mock.http.server.reactive.MockServerHttpRequest;
import reactor.core.publisher.Mono;

class CallersTest {
    private static String from(String address) {
        return named(0, MockServerHttpRequest.get("/v1/carts").remoteAddress(socket(address)));
    }

    private static String forwarded(String address) {
        return named(
                1,
                MockServerHttpRequest.get("/v1/carts")
                        .remoteAddress(socket("10.0.0.1"))
                        .header("X-Forwarded-For", "192.0.2.1, " + address));
    }

    private static String named(int trustedProxies, MockServerHttpRequest.BaseBuilder<?> request) {
        Callers callers = new Callers(token -> Mono.empty(), trustedProxies, Clock.systemUTC());
        return callers.of(request.build()).block();
    }

    private static InetSocketAddress socket(String address) {
        return new InetSocketAddress(InetAddress.ofLiteral(address), 1234);
    }

    @ParameterizedTest
    @CsvSource({
        "2001:db8:1:2::1, 2001:db8:1:2:ffff:ffff:ffff:ffff, true",
        "2001:db8:1:2::1, 2001:db8:1:3::1, false",
        "203.0.113.9, ::ffff:203.0.113.9, true",
        "::ffff:203.0.113.9, ::ffff:203.0.113.10, false",
        "203.0.113.9, 203.0.113.10, false"
    })
    void all_addresses_of_a_line_are_one_caller(String one, String other, boolean same) {
        assertThat(from(one).equals(from(other))).isEqualTo(same);
        assertThat(forwarded(one).equals(forwarded(other))).isEqualTo(same);
        assertThat(forwarded(one)).isEqualTo(from(one));
    }

    @ParameterizedTest
    @ValueSource(strings = {"unknown", "198.51.100.7:80", "[2001:db8::1]:80"})
    void what_is_no_address_is_a_name_as_it_is(String text) {
        assertThat(forwarded(text)).isEqualTo("address:" + text);
    }

    @Test
    void nobody_is_believed_without_a_proxy() {
        var request = MockServerHttpRequest.get("/v1/carts")
                .remoteAddress(socket("203.0.113.9"))
                .header("X-Forwarded-For", "192.0.2.1");
        assertThat(named(0, request)).isEqualTo(from("203.0.113.9"));
    }
}
