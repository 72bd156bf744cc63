package io.niaga.service.audit;

import static org.assertj.core.api.Assertions.assertThat;

import io.niaga.events.audit.AuditRecordedV1;
import io.niaga.types.Actor;
import io.niaga.types.StoreId;
import io.niaga.types.TypeId;
import io.niaga.types.UserId;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;

class AuditTrailTest {
    private static final UserId SOMEBODY = UserId.ofSubject(new UUID(1, 2));
    private static final StoreId STORE = StoreId.of("sto_01kavf8g00e4ttm0nbdjqsmn0n");

    private final AuditTrail trail =
            new AuditTrail(prefix -> new TypeId(prefix, new UUID(3, 4)), Clock.fixed(Instant.EPOCH, ZoneOffset.UTC));

    @Test
    void an_entry_says_who_did_what_for_whom() {
        Actor actor = new Actor.Service("catalog-service", Optional.of(SOMEBODY));
        AuditRecordedV1 entry = trail.entry(actor, "product:write", "prd_1", STORE, List.of(), "asked");
        assertThat(entry.actor()).isEqualTo("catalog-service");
        assertThat(entry.onBehalfOf()).isEqualTo(SOMEBODY.value());
        assertThat(entry.storeId()).isEqualTo(STORE.value());
        assertThat(entry.entryId()).startsWith("aud_");
    }

    @Test
    void personal_values_are_left_out() {
        JsonMapper json = JsonMapper.shared();
        List<AuditRecordedV1.Change> changes = AuditTrail.changes(
                json.readTree("{\"name\":\"Toko\",\"contact\":{\"email\":\"a@b.c\"}}"),
                json.readTree("{\"name\":\"Warung\",\"contact\":{\"email\":\"d@e.f\"}}"),
                List.of("/contact"));
        assertThat(changes)
                .containsExactly(
                        new AuditRecordedV1.Change("/contact/email", null, null),
                        new AuditRecordedV1.Change("/name", "Toko", "Warung"));
    }
}
