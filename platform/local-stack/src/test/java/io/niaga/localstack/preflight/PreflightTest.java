package io.niaga.localstack.preflight;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.util.Map;
import org.junit.jupiter.api.Test;

class PreflightTest {
    private static final Machine PLENTY = new Machine(64_000, 64_000);

    @Test
    void a_taken_port_is_named_with_whose_it_is_and_what_to_do() throws IOException {
        try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            int port = taken.getLocalPort();
            assertThat(Preflight.of(Map.of(port, "gateway"), 1, false).findings(PLENTY))
                    .singleElement()
                    .asString()
                    .startsWith("Port " + port + " (gateway) is taken by ")
                    .contains("NIAGA_PORT_BASE");
            if (System.getProperty("os.name").equals("Linux")) {
                assertThat(PortOwner.of(port))
                        .hasValue("pid " + ProcessHandle.current().pid() + " (java)");
            }
        }
    }

    @Test
    void too_little_memory_and_disk_are_one_sentence_each() {
        assertThat(Preflight.of(Map.of(), 12, true).findings(new Machine(900, 100)))
                .containsExactly(
                        "Niaga needs about 3120 MB of free memory here and 900 MB are free: end something, or start less"
                                + " with ./niaga up --without NAME,…",
                        "Niaga needs about 2600 MB of free disk space here and 100 MB are free: make room, or set"
                                + " NIAGA_HOME to a folder on another disk.");
    }

    @Test
    void a_free_machine_has_no_findings() throws IOException {
        int port;
        try (ServerSocket free = new ServerSocket(0)) {
            port = free.getLocalPort();
        }
        assertThat(Preflight.of(Map.of(port, "gateway"), 12, true).findings(PLENTY))
                .isEmpty();
    }
}
