package io.niaga.service.clients;

import static org.assertj.core.api.Assertions.assertThat;

import org.apache.hc.client5.http.config.ConnectionConfig;
import org.apache.hc.core5.util.Timeout;
import org.junit.jupiter.api.Test;

class HttpConnectionsTest {
    @Test
    void a_busy_connection_grows_old_too_so_that_new_replicas_get_their_share() {
        ConnectionConfig connection = HttpConnections.connection(Timeout.ofMilliseconds(500), Timeout.ofSeconds(2));
        assertThat(connection.getTimeToLive().toDuration()).hasSeconds(60);
        assertThat(connection.getIdleTimeout().toDuration()).hasSeconds(5);
    }
}
