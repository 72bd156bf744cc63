package io.niaga.users.audit;

import static io.niaga.testsupport.Eventually.eventually;
import static org.assertj.core.api.Assertions.assertThat;

import io.niaga.events.Topics;
import io.niaga.events.audit.AuditRecordedV1;
import io.niaga.messaging.DeadLetters;
import io.niaga.testsupport.Api;
import io.niaga.testsupport.NiagaIT;
import io.niaga.testsupport.TestEvents;
import io.niaga.testsupport.TestTokens;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** The log of all services' writes: each entry once, whatever comes in between. */
@NiagaIT
class AuditConsumerIT {
    @Autowired
    Api api;

    @Autowired
    DeadLetters dead;

    private static AuditRecordedV1 entry(String resource, String at) {
        return new AuditRecordedV1(
                "aud_" + UUID.randomUUID(),
                "usr_x",
                null,
                "product:write",
                resource,
                null,
                List.of(),
                null,
                "trace",
                Instant.parse(at));
    }

    @Test
    void entries_twice_late_unknown_and_malformed_do_no_harm() {
        String resource = "prd_" + UUID.randomUUID();
        AuditRecordedV1 later = entry(resource, "2026-11-24T10:00:00Z");
        AuditRecordedV1 earlier = entry(resource, "2026-11-24T09:00:00Z");
        TestEvents.tell(Topics.AUDIT, resource, AuditRecordedV1.TYPE, 5, later);
        TestEvents.tell(Topics.AUDIT, resource, AuditRecordedV1.TYPE, 5, later);
        TestEvents.send(
                Topics.AUDIT,
                resource + "x",
                TestEvents.envelope(resource + "x", AuditRecordedV1.TYPE, 1),
                "[".getBytes(StandardCharsets.UTF_8));
        TestEvents.tell(Topics.AUDIT, resource + "y", "audit.recorded.v9", 1, Map.of());
        TestEvents.tell(Topics.AUDIT, resource, "audit.painted.v1", 6, Map.of("colour", "red"));
        TestEvents.tell(Topics.AUDIT, resource, AuditRecordedV1.TYPE, 2, earlier);
        Api operator = api.as(TestTokens.operator());
        eventually(() -> assertThat(operator.get("/v1/audit-entries?resource=" + resource)
                        .expect(200)
                        .json("/items")
                        .findValuesAsString("id"))
                .containsExactly(later.entryId(), earlier.entryId()));
        eventually(() -> assertThat(dead.count("user-audit")).isEqualTo(2));
    }
}
