package io.niaga.system.access;

import static org.assertj.core.api.Assertions.assertThat;

import io.niaga.system.harness.SystemIT;
import io.niaga.system.harness.SystemStack;
import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;

/** People who send one byte a second: they are given up after a while, and nobody else waits for them. */
@SystemIT
@EnabledIfSystemProperty(named = "niaga.proofs.full", matches = "true")
class SlowIT {
    private static final int MANY = 100;
    private static final Duration LIMIT = Duration.ofSeconds(4);
    private static final Duration BY_THEN = Duration.ofSeconds(10);

    @BeforeAll
    static void impatient(SystemStack stack) {
        stack.start("gateway", java.util.Map.of("NIAGA_GATEWAY_REQUEST_TIMEOUT", LIMIT.toSeconds() + "s"));
    }

    @Test
    void slow_headers_are_given_up_and_nobody_waits(SystemStack stack) throws Exception {
        dribble(stack, "GET /v1/stores HTTP/1.1\r\nHost: localhost\r\nX-Slow: ");
    }

    @Test
    void slow_bodies_are_given_up_and_nobody_waits(SystemStack stack) throws Exception {
        dribble(
                stack,
                "POST /v1/carts HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/json\r\nContent-Length: 9000\r\n\r\n{");
    }

    @Test
    void slow_chunks_are_given_up_and_nobody_waits(SystemStack stack) throws Exception {
        dribble(
                stack,
                "POST /v1/carts HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/json\r\nTransfer-Encoding: chunked\r\n\r\n2328\r\n{");
    }

    private static void dribble(SystemStack stack, String start) throws IOException, InterruptedException {
        List<Socket> slow = new ArrayList<>();
        try {
            for (int i = 0; i < MANY; i++) {
                Socket socket = new Socket(
                        InetAddress.getLoopbackAddress(), stack.stack().ports().base());
                socket.getOutputStream().write(start.getBytes(StandardCharsets.ISO_8859_1));
                slow.add(socket);
            }
            Instant end = Instant.now().plus(BY_THEN);
            long open = MANY;
            boolean waited = false;
            while (open > 0 && Instant.now().isBefore(end)) {
                Thread.sleep(1000);
                open = slow.stream().filter(SlowIT::takesOneMore).count();
                waited |= open > 0;
                Instant asked = Instant.now();
                stack.api().get("/v1/stores/" + Site.STORE).expect(200);
                assertThat(Duration.between(asked, Instant.now()))
                        .as("somebody else")
                        .isLessThan(Duration.ofSeconds(3));
            }
            assertThat(waited).as("slow senders were waited for").isTrue();
            assertThat(open).as("slow senders still connected after " + BY_THEN).isZero();
        } finally {
            for (Socket socket : slow) {
                socket.close();
            }
        }
    }

    /** One more byte; false when the other side has closed. */
    private static boolean takesOneMore(Socket socket) {
        try {
            socket.setSoTimeout(1);
            socket.getOutputStream().write('x');
            while (socket.getInputStream().read() >= 0) {
                // An answer; what counts is whether it hangs up.
            }
            return false;
        } catch (java.net.SocketTimeoutException open) {
            return true;
        } catch (IOException closed) {
            return false;
        }
    }
}
