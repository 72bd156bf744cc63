package io.niaga.service.audit;

import io.niaga.types.IdSource;
import java.time.Clock;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.context.annotation.Bean;

/** The bean {@link AuditTrail}. */
@AutoConfiguration
public class AuditAutoConfiguration {
    @Bean
    AuditTrail auditTrail(IdSource ids, Clock clock) {
        return new AuditTrail(ids, clock);
    }
}
